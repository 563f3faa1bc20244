package org.ivrea.designer.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.settings.SettingsStore;
import org.ivrea.designer.workspace.StateFolder;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.project.ProjectTemplate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A window on a copy of the bank sample, with settings of its own.
abstract class WindowFixture {
    static final String FLOW = "bank";

    private static final FutureTask<NodeRegistry> REGISTRY = new FutureTask<>(NodeRegistry::load);

    @TempDir static Path scratch;

    final FxRobot robot = new FxRobot();
    Path project = Path.of(".");
    SettingsStore settings = SettingsStore.in(Path.of("."));
    private @Nullable MainWindow shown;

    @BeforeEach
    void start() throws Exception {
        REGISTRY.run();
        Path place = Files.createTempDirectory(scratch, "window");
        System.setProperty(StateFolder.PROPERTY, place.resolve("state").toString());
        settings = SettingsStore.in(place.resolve("settings"));
        project = place.resolve(FLOW);
        ProjectTemplate.named(FLOW).orElseThrow().create(project);
        prepare();
        FxToolkit.registerPrimaryStage();
        robot.interact(() -> {
            shown = open(new Stage());
        });
        // What is typed goes to the window that has the focus, or else to this one: not to one of a test before.
        robot.targetWindow(window().stage());
        await(window().stage()::isFocused);
        if (opensProject()) {
            awaitProject();
        } else {
            await(window()::isComplete);
        }
    }

    /// Changes the project on disk, before it is opened.
    void prepare() throws IOException {}

    /// False to stay on the welcome page.
    boolean opensProject() {
        return true;
    }

    MainWindow open(Stage stage) {
        var made = new MainWindow(stage, settings, REGISTRY);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1000);
        stage.setHeight(900);
        stage.show();
        if (opensProject()) {
            made.open(project);
        }
        return made;
    }

    @AfterEach
    void close() {
        robot.interact(() -> {
            window().session().ifPresent(ProjectSession::close);
            window().stage().hide();
        });
    }

    MainWindow window() {
        return Objects.requireNonNull(shown);
    }

    @Nullable
    String label(String node) {
        return Objects.requireNonNull(editor().document().node(node)).label();
    }

    String type(String node) {
        return Objects.requireNonNull(editor().document().node(node)).type();
    }

    void awaitProject() {
        await(window()::isAnalysed);
    }

    /// Waits until it is so; asked on the JavaFX thread.
    static void await(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.waitForAsyncFx(30_000, condition));
        } catch (TimeoutException e) {
            throw new AssertionError("it never came to be", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    FlowEditor editor() {
        return window().session().flatMap(ProjectSession::editor).orElseThrow();
    }

    ProjectSession session() {
        return window().session().orElseThrow();
    }

    /// Something in the window, by its id.
    <T extends Node> T find(String id) {
        return robot.lookup("#" + id).query();
    }

    boolean isThere(String id) {
        return robot.lookup("#" + id).tryQuery().isPresent();
    }

    void awaitNode(String id) {
        await(() -> window().scene().lookup("#" + id) != null);
    }

    boolean drawingHasFocus() {
        Node owner = window().scene().getFocusOwner();
        return owner != null && session().canvas().filter(canvas -> isIn(owner, canvas)).isPresent();
    }

    static boolean isIn(Node node, Node ancestor) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == ancestor) {
                return true;
            }
        }
        return false;
    }
}
