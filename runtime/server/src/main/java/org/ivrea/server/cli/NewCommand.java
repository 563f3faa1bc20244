package org.ivrea.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ivrea.flow.project.IoReason;
import org.ivrea.flow.project.ProjectTemplate;
import org.ivrea.server.cli.console.CliFailure;
import org.ivrea.server.cli.console.ExitCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `ivrea new`.
@Command(name = "new", sortOptions = false, description = "Make a new project that works, with call scripts: a small front desk, or another template.")
final class NewCommand implements Callable<Integer> {
    @ParentCommand private Ivrea ivrea;

    @Parameters(paramLabel = "FOLDER", description = "The folder to make; it must not exist, or be empty.") private Path folder;

    @Option(names = "--name", paramLabel = "NAME", description = "The project's name (default: after the folder).") private @Nullable String name;

    @Option(names = "--template", paramLabel = "TEMPLATE", completionCandidates = Templates.class, description = "What the project begins with (default: ${DEFAULT-VALUE}): ${COMPLETION-CANDIDATES}.") private String template = ProjectTemplate.USUAL;

    /// The names of the templates.
    static final class Templates implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            try {
                return ProjectTemplate.all().stream().map(ProjectTemplate::name).iterator();
            } catch (IOException e) {
                throw new CliFailure("The templates cannot be read: " + IoReason.of(e), e);
            }
        }
    }

    @Override
    public Integer call() {
        String chosen = name == null ? nameOf(folder) : name;
        try {
            ProjectTemplate.named(template)
                    .orElseThrow(() -> new CliFailure("There is no template \"" + template + "\"; choose one of "
                            + String.join(", ", new Templates())))
                    .create(folder, chosen);
        } catch (IOException e) {
            throw new CliFailure(String.valueOf(e.getMessage()), e);
        }
        PrintWriter out = ivrea.console().out();
        out.println("Made the project \"" + chosen + "\" in " + folder + ". Call it, and run its call scripts:");
        out.println("  ivrea simulate " + folder);
        out.println("  ivrea test " + folder);
        return ExitCode.OK;
    }

    /// `city-bank` is `City bank`.
    private static String nameOf(Path folder) {
        Path last = folder.toAbsolutePath().normalize().getFileName();
        String words = last == null ? "" : last.toString().replace('-', ' ').replace('_', ' ').strip();
        return words.isEmpty() ? "New project" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
