package org.ivrea.server.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What a command reads from and writes to.
///
/// @param terminal    true when a person sits there: input and output are the same terminal
/// @param environment the environment's variables
public record Console(InputStream in, PrintWriter out, PrintWriter err, boolean terminal,
        Map<String, String> environment) {
    public Console {
        environment = Map.copyOf(environment);
    }

    /// The process's own.
    public static Console system() {
        java.io.Console console = System.console();
        boolean terminal = console != null && console.isTerminal();
        Charset charset = terminal ? charsetOfTerminal() : StandardCharsets.UTF_8;
        return new Console(System.in, writer(FileDescriptor.out, charset), writer(FileDescriptor.err, charset),
                terminal, System.getenv());
    }

    /// What is read by programs is UTF-8, and so is a terminal whose locale says nothing better than ASCII.
    private static Charset charsetOfTerminal() {
        String name = System.getProperty("stdout.encoding", "");
        boolean known = !name.isEmpty() && Charset.isSupported(name);
        Charset charset = known ? Charset.forName(name) : StandardCharsets.UTF_8;
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    }

    private static PrintWriter writer(FileDescriptor file, Charset charset) {
        OutputStream stream = new FileOutputStream(file);
        return new PrintWriter(new OutputStreamWriter(stream, charset), true);
    }

    /// Whether colour is wanted where nobody says so: on a terminal that can show it, unless `NO_COLOR` is set.
    public boolean likesColour() {
        return terminal && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }
}
