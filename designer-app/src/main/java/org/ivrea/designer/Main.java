package org.ivrea.designer;

import java.util.Optional;
import org.ivrea.designer.window.FailureLog;
import org.ivrea.designer.window.Failures;
import org.ivrea.designer.workspace.StateFolder;

/// Starts the designer, or says why it cannot. A class of its own: a JavaFX application started from the class path must
/// not be the main class.
public final class Main {
    private Main() {}

    /// @param arguments a project to open, by its folder or a file in it, or a package; none for the last project
    public static void main(String[] arguments) {
        Optional<String> obstacle = Display.obstacle();
        if (obstacle.isPresent()) {
            refuse(obstacle.get());
            return;
        }
        var log = new FailureLog(StateFolder.ofUser());
        new Failures(log).install();
        try {
            DesignerApp.run(DesignerApp.class, arguments);
        } catch (RuntimeException e) {
            log.add("main", e);
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            refuse("The designer cannot open its window: " + cause.getMessage() + " (details in " + log.file() + ")");
        }
    }

    private static void refuse(String reason) {
        System.err.println(reason);
        if (System.getProperty(TerminalCall.PROPERTY) != null) {
            System.err.println("Here is the simulated call in the terminal instead:");
        }
        if (!TerminalCall.run()) {
            System.exit(1);
        }
    }
}
