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
import org.ivrea.designer.presentation.Presentations;
import org.ivrea.designer.settings.SettingsStore;
import org.ivrea.designer.welcome.Samples;
import org.ivrea.designer.workspace.Workspace;
import org.ivrea.designer.workspace.WorkspaceFailure;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.document.FlowDocument;
import org.jspecify.annotations.Nullable;

/// What need not wait for JavaFX: while that starts, settings and node types are read and the project is opened.
public final class HeadStart {
    private final @Nullable Path named;
    private final CountDownLatch javaFx = new CountDownLatch(1);
    private final CompletableFuture<SettingsStore> settings;
    /// Run by whoever needs it first.
    private final FutureTask<NodeRegistry> registry = new FutureTask<>(NodeRegistry::load);
    private final CompletableFuture<Optional<Early>> early;

    /// Begins.
    ///
    /// @param arguments of the program: what a person named, or nothing
    public HeadStart(List<String> arguments) {
        named = arguments.isEmpty() ? null : Path.of(arguments.getFirst());
        settings = begin(SettingsStore::ofUser);
        early = begin(this::openEarly);
        early.thenAccept(project -> {
            if (project.isEmpty()) {
                Samples.prepare();
            }
        });
    }

    private static <T> CompletableFuture<T> begin(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, HeadStart::thread);
    }

    private static void thread(Runnable task) {
        Thread.ofPlatform().daemon().name("ivrea-start").start(task);
    }

    /// JavaFX has started: shows the window, and in it what was named, or the project of the last time, or the page that
    /// greets.
    public MainWindow show(Stage stage) {
        javaFx.countDown();
        var window = new MainWindow(stage, settings.join(), this::open);
        if (named == null && !window.reopen()) {
            window.showWelcome();
            window.afterDrawing(() -> thread(registry));
        }
        window.show();
        window.welcomeAfterAMoment();
        if (named != null) {
            // Not before the window can draw: it may ask something first.
            Platform.runLater(() -> window.open(named));
        }
        return window;
    }

    private NodeRegistry registry() throws InterruptedException, ExecutionException {
        registry.run();
        return registry.get();
    }

    private Workspace open(Path folder) throws Exception {
        Early begun = early.join().orElse(null);
        if (begun == null || !begun.folder.equals(folder) || begun.taken.getAndSet(true)) {
            return Workspace.openOnly(folder, registry(), Platform::runLater);
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
            var workspace = new FutureTask<>(
                    () -> prepared(Workspace.openOnly(folder, registry(), this::onWindowThread)));
            workspace.run();
            return new Early(folder, workspace, new AtomicBoolean());
        });
    }

    /// The first time that nodes of a type are decoded takes long. Done here once, the window need not wait for it.
    private static Workspace prepared(Workspace workspace) {
        String main = workspace.project().settings().main();
        FlowDocument flow = main == null ? null : workspace.project().flow(main);
        if (flow != null) {
            Presentations.of(flow, workspace.registry(), List.of());
        }
        return workspace;
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
