package org.ivrea.flow.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The recordings of a project: files in `prompts/<language>/`, and nothing else, whatever a flow asks for.
///
/// @param root      the project's folder; `null` for a project without one, which has no recordings
/// @param languages the project's languages
public record PromptLibrary(@Nullable Path root, List<String> languages) {

    /// The longest name of a recording, in characters.
    public static final int MAX_NAME_LENGTH = 255;

    private static final String FOLDER = "prompts";

    public PromptLibrary {
        languages = List.copyOf(languages);
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
        var missing = new PromptLookup.Missing(
                "There is no recording " + FOLDER + "/" + language + "/" + file + "; record it, or correct the name");
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
                    + " cannot be read: " + e);
        }
    }

    /// Which of the prompts have no recording, by language. Languages that have all of them are left out, and so are
    /// names that are refused.
    public SortedMap<String, SortedSet<String>> missing(Collection<String> files) {
        SortedMap<String, SortedSet<String>> missing = new TreeMap<>();
        for (String language : languages) {
            for (String file : files) {
                if (find(file, language) instanceof PromptLookup.Missing) {
                    missing.computeIfAbsent(language, _ -> new TreeSet<>()).add(file);
                }
            }
        }
        return missing;
    }

    private static @Nullable String objectionTo(String file) {
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

    private static String printable(String name) {
        String shortened = name.length() <= 60 ? name : name.substring(0, 60) + "…";
        return shortened.replaceAll("\\p{Cntrl}", "?");
    }
}
