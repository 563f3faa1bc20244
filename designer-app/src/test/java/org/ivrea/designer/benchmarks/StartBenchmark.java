package org.ivrea.designer.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.ivrea.designer.DesignerApp;
import org.ivrea.designer.window.MainWindow;

/// One start, as the program makes it, and how long it took, from the start of the Java machine: to the third frame of
/// what is waited for, and to the frame in which nothing is missing any more. Run many times by
/// `designer-app/benchmarks/start`.
public final class StartBenchmark {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private StartBenchmark() {}

    /// @param arguments `empty` for a window with nothing in it; `window` for the designer's first page; `project` and a
    ///                  folder for the designer with a project, whose main flow is drawn
    public static void main(String[] arguments) {
        switch (arguments[0]) {
            case "empty" -> Application.launch(Empty.class);
            case "window" -> DesignerApp.run(FirstPage.class);
            default -> DesignerApp.run(Project.class, Arrays.copyOfRange(arguments, 1, arguments.length));
        }
    }

    private static void whenDrawn(BooleanSupplier there, BooleanSupplier complete) {
        new AnimationTimer() {
            private int frames;
            private long drawn;

            @Override
            public void handle(long now) {
                if (there.getAsBoolean() && ++frames == 3) {
                    drawn = sinceStart();
                }
                if (drawn > 0 && complete.getAsBoolean()) {
                    System.out.println(drawn + " " + sinceStart());
                    // Exits as a person would not: nothing of the end is measured.
                    Runtime.getRuntime().exit(0);
                }
            }
        }.start();
    }

    private static long sinceStart() {
        return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    /// The least that a JavaFX program can be.
    public static final class Empty extends Application {
        @Override
        public void start(Stage stage) {
            stage.setScene(new Scene(new BorderPane(), WIDTH, HEIGHT));
            stage.show();
            whenDrawn(stage::isShowing, () -> true);
        }
    }

    /// The designer without a project.
    public static final class FirstPage extends DesignerApp {
        @Override
        protected void opened(MainWindow window) {
            whenDrawn(() -> window.scene().lookup("#welcome") != null, window::isComplete);
        }
    }

    /// The designer with a project: drawn when its flow is, complete when all panels are there and all problems found.
    public static final class Project extends DesignerApp {
        @Override
        protected void opened(MainWindow window) {
            whenDrawn(() -> window.scene().lookup(".graph-view") != null,
                    window::isAnalysed);
        }
    }
}
