package org.ivrea.designer.benchmarks;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.ivrea.designer.settings.SettingsStore;
import org.ivrea.designer.window.MainWindow;
import org.ivrea.engine.spec.NodeRegistry;

/// One start, as the program makes it, and how long it took: from the start of the Java machine to the third frame of
/// what is waited for. Run many times by `designer-app/benchmarks/start`.
public final class StartBenchmark {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private StartBenchmark() {}

    /// @param arguments `empty` for a window with nothing in it; `window` for the designer's first page; `project` and a
    ///                  folder for the designer with a project, whose main flow is drawn
    public static void main(String[] arguments) {
        if (arguments[0].equals("empty")) {
            Application.launch(Empty.class);
        } else {
            Thread.ofPlatform().daemon().name("ivrea-node-types").start(Designer.REGISTRY);
            Application.launch(Designer.class, arguments);
        }
    }

    private static void whenDrawn(BooleanSupplier there) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (there.getAsBoolean() && ++frames == 3) {
                    System.out.println(
                            System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime());
                    // Exits as a person would not: nothing of the end is measured.
                    Runtime.getRuntime().exit(0);
                }
            }
        }.start();
    }

    /// The least that a JavaFX program can be.
    public static final class Empty extends Application {
        @Override
        public void start(Stage stage) {
            stage.setScene(new Scene(new BorderPane(), WIDTH, HEIGHT));
            stage.show();
            whenDrawn(stage::isShowing);
        }
    }

    /// As `DesignerApp`, with settings of its own.
    public static final class Designer extends Application {
        static final FutureTask<NodeRegistry> REGISTRY = new FutureTask<>(NodeRegistry::load);

        @Override
        public void start(Stage stage) {
            var window = new MainWindow(stage, SettingsStore.ofUser(), REGISTRY);
            window.show();
            var arguments = getParameters().getUnnamed();
            if (arguments.size() > 1) {
                window.open(Path.of(arguments.get(1)));
                whenDrawn(() -> window.scene().lookup(".graph-view") != null);
            } else {
                whenDrawn(() -> window.scene().lookup("#welcome") != null);
            }
        }
    }
}
