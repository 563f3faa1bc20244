package org.ivrea.designer;

import java.time.Duration;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.ivrea.designer.window.MainWindow;

/// Opens the designer on a project, then its first page, and closes it when all is drawn, while the build of the installers
/// records a cache for a quicker start (JEP 483, JEP 514).
final class StartUpTraining {
    private static final int FRAMES = 30;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private StartUpTraining() {}

    /// @param arguments the folder of a project
    public static void main(String[] arguments) {
        DesignerApp.run(Trained.class, arguments);
    }

    /// The designer, which closes by itself.
    public static final class Trained extends DesignerApp {
        @Override
        protected void opened(MainWindow window) {
            long begun = System.nanoTime();
            new AnimationTimer() {
                private int drawn;
                private boolean greeting;

                @Override
                public void handle(long now) {
                    if ((greeting || window.isAnalysed()) && ++drawn == FRAMES) {
                        if (greeting) {
                            Platform.exit();
                        }
                        greeting = true;
                        drawn = 0;
                        window.run("file.welcome");
                    } else if (System.nanoTime() - begun > LONGEST.toNanos()) {
                        System.err.println("The designer did not show the project within " + LONGEST.toMinutes()
                                + " minutes.");
                        Runtime.getRuntime().halt(1);
                    }
                }
            }.start();
        }
    }
}
