package org.ivrea.flow.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The recordings of a project: files in `prompts/<language>/`, and nothing else, whatever a flow asks for.
/// Immutable but for what it remembers of the disk.
public final class PromptLibrary {

    /// The longest name of a recording, in characters.
    public static final int MAX_NAME_LENGTH = 255;

    static final String FOLDER = "prompts";

    private final @Nullable Path root;
    private final List<String> languages;
    private final FolderListings listings;

    /// @param root      the project's folder; `null` for a project without one, which has no recordings
    /// @param languages the project's languages
    public PromptLibrary(@Nullable Path root, List<String> languages) {
        this(root, languages, new FolderListings(Clock.systemUTC()));
    }

    private PromptLibrary(@Nullable Path root, List<String> languages, FolderListings listings) {
        this.root = root;
        this.languages = List.copyOf(languages);
        this.listings = listings;
    }

    /// The project's folder; `null` for a project without one.
    public @Nullable Path root() {
        return root;
    }

    /// The project's languages.
    public List<String> languages() {
        return languages;
    }

    /// The same recordings for other languages.
    PromptLibrary withLanguages(List<String> newLanguages) {
        return new PromptLibrary(root, newLanguages, listings);
    }

    /// For who looks for many recordings at once.
    public PromptSurvey survey() {
        return new PromptSurvey(this, listings);
    }

    /// The recording of a prompt in a language. Touches the disk; threads may share a library.
    ///
    /// @param file the name in the flow, relative to the language's folder, with `/`
    public PromptLookup find(String file, String language) {
        String objection = objectionTo(file);
        if (objection != null) {
            return new PromptLookup.Refused("The prompt file \"" + printable(file) + "\" is refused: " + objection);
        }
        if (!LanguageTag.isWellFormed(language)) {
            return new PromptLookup.Refused("\"" + printable(language)
                    + "\" is no language tag; write one such as \"en\" or \"pt-BR\"");
        }
        PromptLookup missing = missing(file, language);
        if (root == null) {
            return missing;
        }
        try {
            Path path = root.resolve(FOLDER).resolve(language).resolve(file);
            if (!Files.isRegularFile(path)) {
                return missing;
            }
            return path.toRealPath().startsWith(root.toRealPath())
                    ? new PromptLookup.Found(path)
                    : new PromptLookup.Refused("The prompt file \"" + file
                            + "\" is refused: it is a symbolic link that leads out of the project; copy the file");
        } catch (InvalidPathException e) {
            return new PromptLookup.Refused("The prompt file \"" + printable(file)
                    + "\" is refused: this system cannot name such a file (" + e.getReason() + ")");
        } catch (IOException e) {
            return new PromptLookup.Missing("The recording " + FOLDER + "/" + language + "/" + file
                    + " cannot be read: " + IoReason.of(e));
        }
    }

    static PromptLookup missing(String file, String language) {
        return new PromptLookup.Missing(
                "There is no recording " + FOLDER + "/" + language + "/" + file + "; record it, or correct the name");
    }

    /// Which of the prompts have no recording, by language. Languages that have all of them are left out, and so are
    /// names that are refused.
    public SortedMap<String, SortedSet<String>> missing(Collection<String> files) {
        SortedMap<String, SortedSet<String>> missing = new TreeMap<>();
        PromptSurvey survey = survey();
        for (String language : languages) {
            for (String file : files) {
                if (survey.find(file, language) instanceof PromptLookup.Missing) {
                    missing.computeIfAbsent(language, _ -> new TreeSet<>()).add(file);
                }
            }
        }
        return missing;
    }

    /// @return what is wrong with the name; `null` for nothing
    static @Nullable String objectionTo(String file) {
        if (file.isEmpty()) {
            return "it is empty";
        }
        if (file.length() > MAX_NAME_LENGTH) {
            return "it is longer than " + MAX_NAME_LENGTH + " characters";
        }
        if (file.startsWith("/")) {
            return "it is absolute; name it relative to the language's folder";
        }
        if (file.indexOf('\\') >= 0 || file.indexOf(':') >= 0) {
            return "it holds '\\' or ':'; separate folders with '/'";
        }
        if (file.chars().anyMatch(Character::isISOControl)) {
            return "it holds a control character";
        }
        for (String part : file.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return "it may not hold an empty part, \".\" or \"..\"";
            }
        }
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PromptLibrary library && Objects.equals(root, library.root)
                && languages.equals(library.languages);
    }

    @Override
    public int hashCode() {
        return Objects.hash(root, languages);
    }

    @Override
    public String toString() {
        return "PromptLibrary[root=" + root + ", languages=" + languages + "]";
    }

    private static String printable(String name) {
        String shortened = name.length() <= 60 ? name : name.substring(0, 60) + "…";
        return shortened.replaceAll("\\p{Cntrl}", "?");
    }
}
