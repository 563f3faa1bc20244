package org.ivrea.designer.inspector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.edit.Selection;
import org.ivrea.designer.theme.Theme;

/// Draws the form of every node type, in both themes: `Gallery FOLDER`.
public final class Gallery {
    private static final int WIDTH = 324;
    private static final int HEIGHT = 980;
    private static final int COLUMNS = 4;

    private Gallery() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Platform.startup(() -> {});
        Projects project = Projects.open(Files.createTempDirectory("gallery"));
        var compiled = new CountDownLatch(1);
        Platform.runLater(() -> {
            var _ = project.workspace().analysed().thenRun(compiled::countDown);
        });
        compiled.await(2, TimeUnit.MINUTES);
        List<Selection> selections = new ArrayList<>();
        project.main().document().nodes().keySet().forEach(id -> selections.add(Selection.ofNode(id)));
        selections.add(Selection.NONE);
        selections.add(Selection.ofEdge(new ExitRef("menu", "cards")));
        selections.add(Selection.ofNodes(List.of("menu", "say", "queue")));
        var done = new CountDownLatch(1);
        Platform.runLater(() -> Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> {
            failure.printStackTrace();
            System.exit(1);
        }));
        Platform.runLater(() -> draw(project, selections, 0, folder, done));
        done.await(10, TimeUnit.MINUTES);
        System.exit(0);
    }

    private static void draw(Projects project, List<Selection> selections, int page, Path folder,
            CountDownLatch done) {
        int pages = (selections.size() + COLUMNS - 1) / COLUMNS;
        if (page == 2 * pages) {
            done.countDown();
            return;
        }
        Theme theme = page < pages ? Theme.LIGHT : Theme.DARK;
        theme.apply();
        var row = new HBox(8);
        int first = page % pages * COLUMNS;
        for (Selection selection : selections.subList(first, Math.min(first + COLUMNS, selections.size()))) {
            var inspector = new InspectorView(project);
            inspector.setMinSize(WIDTH, HEIGHT);
            inspector.setMaxSize(WIDTH, HEIGHT);
            inspector.show(project.main(), selection, project.workspace().analysis());
            row.getChildren().add(inspector);
        }
        var scene = new Scene(row, COLUMNS * (WIDTH + 8.0), HEIGHT);
        scene.snapshot(null);
        // What is computed in the background comes a little later.
        var pause = new PauseTransition(Duration.millis(page == 0 ? 6000 : 700));
        pause.setOnFinished(_ -> {
            try {
                ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png",
                        folder.resolve("%s-%d.png".formatted(theme.name().toLowerCase(java.util.Locale.ROOT),
                                page % pages)).toFile());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            draw(project, selections, page + 1, folder, done);
        });
        pause.play();
    }
}
