package org.ivrea.server.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ivrea.server.cli.console.Console;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class ManualPagesTest {

    @Test
    void eachCommandHasAPageThatSaysWhatItDoesAndNamesItsOptions(@TempDir Path folder) throws Exception {
        ManualPages.write(folder);

        List<CommandLine> commands = withAllBelow(Ivrea.commandLine(Console.system()));
        assertThat(commands).hasSizeGreaterThan(10);
        for (CommandLine command : commands) {
            String name = command.getCommandSpec().qualifiedName("-");
            String page = Files.readString(folder.resolve(name + ".adoc"));
            assertThat(page).as(name).contains("== Name", "== Synopsis", "== Options").contains(name + " - ")
                    .doesNotContain(name + " - \n")
                    .contains(":manmanual: Ivrea Manual", ":mansource: Ivrea " + Version.number());
            command.getCommandSpec().options().stream().filter(option -> !option.hidden())
                    .forEach(option -> assertThat(page).as(name)
                            .contains(option.negatable()
                                    ? option.longestName().replace("--", "--[no-]")
                                    : option.longestName()));
        }
    }

    private static List<CommandLine> withAllBelow(CommandLine command) {
        var all = new ArrayList<CommandLine>(List.of(command));
        command.getSubcommands().values().forEach(below -> all.addAll(withAllBelow(below)));
        return all;
    }
}
