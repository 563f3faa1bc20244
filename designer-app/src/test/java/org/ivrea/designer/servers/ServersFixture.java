package org.ivrea.designer.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Window;
import org.ivrea.designer.theme.Theme;
import org.ivrea.engine.spec.NodeRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Servers and a signing key of their own, for tests of windows.
public abstract class ServersFixture {
    protected static final NodeRegistry REGISTRY = NodeRegistry.load();
    protected static final String PASSPHRASE = "correct horse";

    @TempDir protected Path scratch;

    protected final FxRobot robot = new FxRobot();
    private @Nullable ServersModel servers;

    @BeforeEach
    void prepareServers() throws Exception {
        FxToolkit.registerPrimaryStage();
        Path settings = scratch.resolve("settings");
        new KeyRack(settings).create("Anna", PASSPHRASE.toCharArray());
        robot.interact(() -> {
            Theme.LIGHT.apply();
            servers = new ServersModel(new ServerBook(settings), new FileVault(settings), new KeyRack(settings),
                    Platform::runLater);
        });
    }

    @AfterEach
    void closeWindows() {
        robot.interact(() -> java.util.List.copyOf(Window.getWindows()).forEach(Window::hide));
    }

    protected ServersModel servers() {
        return Objects.requireNonNull(servers);
    }

    /// A server by its folder, which is beside the others.
    protected ServerEntry folder(String name) throws IOException {
        ServerEntry entry = ServerEntry.in(name, scratch.resolve("servers").resolve(name));
        Files.createDirectories(scratch.resolve("servers"));
        robot.interact(() -> servers().put(entry, null));
        return entry;
    }

    protected @Nullable Node find(String id) {
        for (Window window : Window.getWindows()) {
            Node found = window.getScene() == null ? null : window.getScene().getRoot().lookup("#" + id);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    protected String text(String id) {
        return switch (find(id)) {
            case Labeled labeled -> labeled.getText();
            case TextInputControl field -> field.getText();
            case null, default -> "";
        };
    }

    /// Types over what is in a field.
    protected void type(String id, String text) {
        robot.interact(() -> {
            TextInputControl field = Objects.requireNonNull((TextInputControl) find(id), id);
            field.requestFocus();
            field.setText(text);
        });
    }

    /// Waits until a button can be pressed, and presses it. What it opens may stay open.
    protected void press(String id) {
        await(() -> find(id) instanceof Button button && !button.isDisabled() && button.isVisible());
        Platform.runLater(() -> ((Button) Objects.requireNonNull(find(id))).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Waits until it is so; asked on the JavaFX thread.
    protected void await(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.waitForAsyncFx(30_000, condition));
        } catch (TimeoutException e) {
            throw new AssertionError("it never came to be", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
