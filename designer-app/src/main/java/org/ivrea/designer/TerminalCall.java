package org.ivrea.designer;

import java.lang.reflect.InvocationTargetException;

/// The simulated call in the terminal, for machines without a display. It belongs to the command line, which may be on
/// the class path and may not.
final class TerminalCall {
    /// The command of the command line that runs instead of the window, such as `simulate flows-samples/main-menu`.
    static final String PROPERTY = "ivrea.terminal";

    private static final String COMMAND_LINE = "org.ivrea.server.cli.Main";

    private TerminalCall() {}

    /// Runs it, where it is there.
    ///
    /// @return false when it is not
    static boolean run() {
        String command = System.getProperty(PROPERTY, "");
        if (command.isBlank()) {
            return false;
        }
        try {
            Class.forName(COMMAND_LINE).getMethod("main", String[].class)
                    .invoke(null, (Object) command.strip().split("\\s+", 2));
            return true;
        } catch (ClassNotFoundException | NoSuchMethodException _) {
            return false;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the command line failed", e);
        }
    }
}
