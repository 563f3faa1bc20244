package org.ivrea.designer.screenshots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.FutureTask;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.ivrea.designer.settings.SettingsStore;
import org.ivrea.designer.settings.ThemeChoice;
import org.ivrea.designer.window.MainWindow;
import org.ivrea.designer.workspace.StateFolder;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.project.ProjectTemplate;

/// Goes through the scenes one after the other; each is prepared, waited for, and drawn.
public final class ScreenshotsApp extends Application {
    private static boolean failed;

    private final Deque<Shot> shots = new ArrayDeque<>();
    private Path target = Path.of(".");
    private Path scratch = Path.of(".");

    static boolean failed() {
        return failed;
    }

    @Override
    public void start(Stage stage) throws IOException {
        Platform.setImplicitExit(false);
        target = Files.createDirectories(Path.of(getParameters().getUnnamed().getFirst()));
        scratch = Files.createTempDirectory("ivrea-screenshots");
        System.setProperty(StateFolder.PROPERTY, scratch.resolve("state").toString());
        for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            for (Scenes scene : Scenes.values()) {
                shots.add(new Shot(scene, theme));
            }
        }
        next();
    }

    private record Shot(Scenes scene, ThemeChoice theme) {
        String file() {
            return scene.name().toLowerCase(java.util.Locale.ROOT) + "-"
                    + theme.name().toLowerCase(java.util.Locale.ROOT) + ".png";
        }
    }

    private void next() throws IOException {
        Shot shot = shots.poll();
        if (shot == null) {
            Platform.exit();
            return;
        }
        Path place = Files.createTempDirectory(scratch, "shot");
        SettingsStore settings = SettingsStore.in(place.resolve("settings"));
        settings.change(now -> now.withTheme(shot.theme()));
        var registry = new FutureTask<>(NodeRegistry::load);
        registry.run();
        var window = new MainWindow(new Stage(), settings, registry);
        // What is not shown gets no pulses, and is drawn half.
        window.stage().show();
        Path project = place.resolve("bank");
        ProjectTemplate.named("bank").orElseThrow().create(project);
        shot.scene().prepare(window, project);
        Frames.when(() -> shot.scene().isReady(window), () -> {
            if (shot.scene() != Scenes.WELCOME) {
                window.reveal("bank", "services");
            }
            shot.scene().arrange(window);
            Frames.when(() -> shot.scene() == Scenes.WELCOME ? window.isComplete() : window.isAnalysed(),
                    () -> Frames.settled(shot.scene().frames(), () -> draw(window, shot)));
        });
    }

    private void draw(MainWindow window, Shot shot) {
        var picture = window.scene().snapshot(null);
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", target.resolve(shot.file()).toFile());
            System.out.println(shot.file());
            window.stage().hide();
            next();
        } catch (IOException e) {
            failed = true;
            System.err.println(e);
            Platform.exit();
        }
    }
}
