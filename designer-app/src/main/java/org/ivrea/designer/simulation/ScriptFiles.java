package org.ivrea.designer.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ivrea.engine.script.CallScript;
import org.ivrea.engine.script.CallScriptParser;
import org.ivrea.engine.script.ParsedScript;
import org.ivrea.flow.codec.Loaded;
import org.ivrea.flow.document.NodeId;
import org.ivrea.flow.project.ProjectFolder;

/// The call scripts of a project on disk. Blocks for the disk.
public final class ScriptFiles {
    private static final int DEEPEST = 16;

    private ScriptFiles() {}

    /// The scripts' files, relative to the project, sorted.
    static List<String> list(Path project) throws IOException {
        Path tests = project.resolve(ProjectFolder.TESTS);
        if (!Files.isDirectory(tests)) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(tests, DEEPEST, (_, attributes) -> attributes.isRegularFile())) {
            return files.map(file -> project.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(CallScript.SUFFIX)).sorted()
                    .limit(ProjectFolder.MAX_FILES).toList();
        }
    }

    /// A script that cannot be read has problems.
    static ParsedScript read(Path project, String file) {
        Loaded<String> text = ProjectFolder.readText(project, file, CallScriptParser.MAX_LENGTH * 4);
        return text.value() == null
                ? new ParsedScript(CallScript.of(file, List.of()), text.problems())
                : CallScriptParser.parse(file, text.value());
    }

    /// The file for a script of a name that a person wrote.
    ///
    /// @throws IllegalArgumentException when it is no name, with the reason for people
    public static String fileOf(String name) {
        String plain = name.strip();
        if (!NodeId.isValid(plain)) {
            throw new IllegalArgumentException("A script's name is " + NodeId.RULE);
        }
        return ProjectFolder.TESTS + "/" + plain + CallScript.SUFFIX;
    }

    public static boolean exists(Path project, String file) {
        return Files.exists(project.resolve(file));
    }

    /// @throws IOException with the file's name when it cannot be written
    public static void write(Path project, ScriptDraft draft) throws IOException {
        try {
            TraceFiles.write(project.resolve(draft.script().file()), draft.text());
        } catch (IOException e) {
            throw new IOException("The script could not be saved as " + draft.script().file() + ": "
                    + e.getMessage(), e);
        }
    }
}
