package org.ivrea.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentationTest {
    private static final Path PAGE = Path.of("../../docs/cli.md");

    @Test
    void thePageNamesEveryCommandAndOption() throws IOException {
        String page = Files.readString(PAGE);
        CommandLine ivrea = Ivrea.commandLine(Run.console());
        List<String> missing = new ArrayList<>();
        missing(page, ivrea, missing);
        ivrea.getSubcommands().forEach((name, command) -> {
            if (!page.contains("`ivrea " + name)) {
                missing.add("ivrea " + name);
            }
            missing(page, command, missing);
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void theReadmeShowsWhatCheckSays(@TempDir Path folder) throws IOException {
        Path project = Projects.changed(folder, Projects.FLOW, "\"keys\": \"1\"", "\"keys\": \"12x\"");
        List<String> shown = Run.of("check", project).out().lines()
                .map(line -> line.strip().replaceFirst("^.*(?=flows/)", "")).toList();
        assertThat(shown).hasSize(4);
        assertThat(Files.readString(Path.of("../../README.md"))).contains(shown.subList(0, 3));
    }

    private static void missing(String page, CommandLine command, List<String> missing) {
        for (OptionSpec option : command.getCommandSpec().options()) {
            for (String name : option.names()) {
                if (!page.contains("`" + name + "`") && !page.contains("`" + name + " ")) {
                    missing.add(command.getCommandName() + " " + name);
                }
            }
        }
    }
}
