package org.ivrea.server.cli.call;

import java.io.IOException;
import java.io.Reader;
import org.ivrea.server.cli.console.CliFailure;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/// The process's terminal, with keys handed over as they are pressed. Closing it leaves the terminal as it was.
final class TerminalKeys implements Keyboard.Mode, AutoCloseable {
    private final Terminal terminal;
    private final Attributes usual;

    TerminalKeys() {
        try {
            // Ctrl-C stays with the Java runtime, which lets the call end as calls do.
            terminal = TerminalBuilder.builder().system(true).dumb(true).nativeSignals(false).build();
        } catch (IOException e) {
            throw new CliFailure("The terminal cannot be used: " + e.getMessage()
                    + "; give the keys with --keys, or as standard input", e);
        }
        usual = terminal.enterRawMode();
    }

    Reader reader() {
        return terminal.reader();
    }

    @Override
    public void lines(boolean lines) {
        if (lines) {
            terminal.setAttributes(usual);
        } else {
            terminal.enterRawMode();
        }
    }

    @Override
    public void close() {
        terminal.setAttributes(usual);
        try {
            terminal.close();
        } catch (IOException _) {
            // The program ends; there is nobody left to tell.
        }
    }
}
