package org.ivrea.designer.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.ivrea.designer.settings.SettingsStore;
import org.ivrea.designer.workspace.Workspace;
import org.ivrea.designer.workspace.WorkspaceFailure;
import org.ivrea.engine.spec.NodeRegistry;
import org.jspecify.annotations.Nullable;

/// What need not wait for JavaFX: while that starts, settings and node types are read and the project is opened.
public final class HeadStart {
    private final @Nullable Path named;
    private final CountDownLatch javaFx = new CountDownLatch(1);
    private final CompletableFuture<SettingsStore> settings;
    private final CompletableFuture<NodeRegistry> registry;
    private final CompletableFuture<Optional<Early>> early;

    /// Begins.
    ///
    /// @param arguments of the program: what a person named, or nothing
    public HeadStart(List<String> arguments) {
        named = arguments.isEmpty() ? null : Path.of(arguments.getFirst());
        settings = begin(SettingsStore::ofUser);
        registry = begin(NodeRegistry::load);
        early = begin(this::openEarly);
    }

    private static <T> CompletableFuture<T> begin(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work,
                task -> Thread.ofPlatform().daemon().name("ivrea-start").start(task));
    }

    /// JavaFX has started: shows the window, and in it what was named, or the project of the last time, or the page that
    /// greets.
    public MainWindow show(Stage stage) {
        javaFx.countDown();
        var window = new MainWindow(stage, settings.join(), this::open);
        if (named == null && !window.reopen()) {
            window.showWelcome();
        }
        window.show();
        window.welcomeAfterAMoment();
        if (named != null) {
            // Not before the window can draw: it may ask something first.
            Platform.runLater(() -> window.open(named));
        }
        return window;
    }

    private Workspace open(Path folder) throws Exception {
        Early begun = early.join().orElse(null);
        if (begun == null || !begun.folder.equals(folder) || begun.taken.getAndSet(true)) {
            return Workspace.openOnly(folder, registry.join(), Platform::runLater);
        }
        try {
            return begun.workspace.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof WorkspaceFailure failure ? failure : e;
        }
    }

    /// A project that is opened before the window asks for it, which it does once.
    private record Early(Path folder, FutureTask<Workspace> workspace, AtomicBoolean taken) {}

    private Optional<Early> openEarly() {
        return folder().map(it -> it.toAbsolutePath().normalize()).map(folder -> {
            var workspace = new FutureTask<>(() -> Workspace.openOnly(folder, registry.join(), this::onWindowThread));
            workspace.run();
            return new Early(folder, workspace, new AtomicBoolean());
        });
    }

    /// Packages are not opened early: where to unpack them is asked first.
    private Optional<Path> folder() {
        if (named == null) {
            return settings.join().get().toReopen();
        }
        return Openable.of(named).map(it -> it instanceof Openable.ProjectAt project ? project.folder() : null);
    }

    /// There is no such thread before JavaFX has started.
    private void onWindowThread(Runnable task) {
        try {
            javaFx.await();
            Platform.runLater(task);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
