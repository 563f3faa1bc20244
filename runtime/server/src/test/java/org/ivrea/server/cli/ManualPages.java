package org.ivrea.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.ivrea.server.cli.console.Console;
import picocli.CommandLine;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/// Writes the manual pages of all commands, in AsciiDoc, from what the commands say of themselves. The build of the
/// installers turns them into what `man` shows.
final class ManualPages {
    private ManualPages() {}

    /// @param arguments the folder to write them into
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]));
    }

    static void write(Path folder) throws IOException {
        CommandLine commands = Ivrea.commandLine(Console.system());
        commands.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        Files.createDirectories(folder);
        int code = ManPageGenerator.generateManPage(folder.toFile(), null, new boolean[0], true,
                commands.getCommandSpec());
        if (code != 0) {
            throw new IOException("picocli wrote no manual pages into " + folder + " (code " + code + ")");
        }
        try (Stream<Path> pages = Files.list(folder)) {
            for (Path page : pages.toList()) {
                Files.writeString(page, withRelease(Files.readString(page)));
            }
        }
    }

    /// Picocli writes the version that the command itself prints, of which the Java is a part, and only for the first.
    private static String withRelease(String page) {
        return page.replaceFirst("(?m)^:revnumber:.*$", ":revnumber: " + Version.number())
                .replaceFirst("(?m)^:mansource:.*$", ":mansource: Ivrea " + Version.number());
    }
}
