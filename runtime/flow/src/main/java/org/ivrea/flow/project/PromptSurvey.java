package org.ivrea.flow.project;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers as [PromptLibrary#find] does, as of one moment, and fast for many names: it looks at each folder once. Made for
/// one check, by one thread.
public final class PromptSurvey {
    private final PromptLibrary library;
    private final FolderListings listings;
    private final Map<String, Folder> folders = new HashMap<>();

    /// @param path    `null` where there is no folder, or only a look at the disk can tell
    /// @param entries as [FolderListings#list] gives them
    private record Folder(@Nullable Path path, Map<String, Boolean> entries) {
        static final Folder MISSING = new Folder(null, Map.of());
        static final Folder UNCLEAR = new Folder(null, Map.of());
    }

    PromptSurvey(PromptLibrary library, FolderListings listings) {
        this.library = library;
        this.listings = listings;
    }

    /// @param file the name in the flow, relative to the language's folder, with `/`
    public PromptLookup find(String file, String language) {
        Path root = library.root();
        if (root == null || PromptLibrary.objectionTo(file) != null || !LanguageTag.isWellFormed(language)) {
            return library.find(file, language);
        }
        int slash = file.lastIndexOf('/');
        String name = file.substring(slash + 1);
        Folder folder = folder(root, PromptLibrary.FOLDER + "/" + language
                + (slash < 0 ? "" : "/" + file.substring(0, slash)));
        Boolean isFile = folder.entries().get(name);
        if (folder == Folder.MISSING || folder.path() != null && isFile == null) {
            return PromptLibrary.missing(file, language);
        }
        return folder.path() == null || !Boolean.TRUE.equals(isFile)
                ? library.find(file, language)
                : new PromptLookup.Found(folder.path().resolve(name));
    }

    private Folder folder(Path root, String path) {
        Folder known = folders.get(path);
        if (known == null) {
            known = look(root, path);
            folders.put(path, known);
        }
        return known;
    }

    private Folder look(Path root, String path) {
        int slash = path.lastIndexOf('/');
        Path folder = root.resolve(path);
        if (slash > 0) {
            Folder around = folder(root, path.substring(0, slash));
            if (around.path() == null) {
                return around;
            }
            if (!around.entries().containsKey(path.substring(slash + 1))) {
                return Folder.MISSING;
            }
        } else if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return Folder.MISSING;
        }
        Map<String, Boolean> entries = listings.list(folder);
        return entries == null ? Folder.UNCLEAR : new Folder(folder, entries);
    }
}
