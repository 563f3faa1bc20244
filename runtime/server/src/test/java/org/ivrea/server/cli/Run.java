package org.ivrea.server.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.ivrea.server.cli.console.Console;

/// A command that was run in this process.
record Run(int code, String out, String err) {

    /// Without a terminal and with nothing to read.
    static Run of(Object... arguments) {
        return withInput("", arguments);
    }

    static Run withInput(String input, Object... arguments) {
        return in(Map.of(), false, input, arguments);
    }

    /// A console of which nobody sees anything.
    static Console console() {
        var nowhere = new PrintWriter(Writer.nullWriter());
        return new Console(InputStream.nullInputStream(), nowhere, nowhere, false, Map.of());
    }

    static Run in(Map<String, String> environment, boolean terminal, String input, Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var console = new Console(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out), new PrintWriter(err), terminal, environment);
        int code = Ivrea.run(console, Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        return new Run(code, out.toString(), err.toString());
    }
}
