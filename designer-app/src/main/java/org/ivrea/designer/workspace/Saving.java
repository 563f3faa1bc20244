package org.ivrea.designer.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectDocument;
import org.ivrea.flow.project.ProjectFolder;
import org.jspecify.annotations.Nullable;

/// Everything that touches the files of a project, one thing after the other on a thread of its own. Results come back
/// on the thread of the user interface.
final class Saving implements AutoCloseable {

    /// What a look at all files showed.
    ///
    /// @param otherFiles the project as on disk, when tests or prompts changed
    record News(SortedMap<String, Look<FlowDocument>> flows, Look<ProjectDocument> settings,
            Optional<Project> otherFiles) {}

    private final Path folder;
    private final FlowCodec codec;
    private final Session session;
    private final Executor uiThread;
    private final ProjectDisk disk;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("ivrea-disk").daemon().factory());
    private final AtomicBoolean lookWaits = new AtomicBoolean();
    private @Nullable DiskWatch watch;
    private long otherFiles;

    Saving(Path folder, NodeRegistry registry, FlowCodec codec, OpenedProject opened, Session session,
            Executor uiThread) {
        this.folder = folder;
        this.codec = codec;
        this.session = session;
        this.uiThread = uiThread;
        this.disk = new ProjectDisk(folder, codec, opened);
        this.otherFiles = DiskWatch.stamp(folder);
    }

    ProjectDisk disk() {
        return disk;
    }

    Executor thread() {
        return task -> {
            if (!thread.isShutdown()) {
                thread.execute(task);
            }
        };
    }

    /// Has changes on disk reported from now on, on the thread of the user interface.
    void watch(Runnable changed) {
        try {
            watch = new DiskWatch(folder, () -> {
                if (lookWaits.compareAndSet(false, true)) {
                    uiThread.execute(() -> {
                        lookWaits.set(false);
                        changed.run();
                    });
                }
            });
        } catch (IOException _) {
            // The system cannot watch: then changes are seen when the window is entered, and before each save.
            watch = null;
        }
    }

    CompletableFuture<SaveOutcome> save(String flow, FlowDocument document) {
        return writing(() -> WorkspaceTexts.outcome(flow, disk.flow(flow).save(document)));
    }

    CompletableFuture<SaveOutcome> saveSettings(ProjectDocument document) {
        return writing(() -> WorkspaceTexts.outcome(ProjectFolder.SETTINGS, disk.settings().save(document)));
    }

    CompletableFuture<SaveOutcome> delete(String flow) {
        return writing(() -> {
            Look<FlowDocument> look = disk.flow(flow).look();
            return look instanceof Look.Changed
                    ? WorkspaceTexts.outcome(flow, look)
                    : deleted(flow, look);
        });
    }

    private SaveOutcome deleted(String flow, Look<FlowDocument> look) throws IOException {
        if (look instanceof Look.Broken) {
            disk.flow(flow).accept();
        }
        if (look instanceof Look.Gone) {
            disk.flow(flow).forget();
        }
        return WorkspaceTexts.outcome(flow, disk.flow(flow).delete());
    }

    /// Writes what a rename of a flow changes in the documents as they are saved now.
    CompletableFuture<SaveOutcome> rename(String flow, String newName, Documents documents,
            FlowReferences references) {
        Map<String, FlowDocument> changed = new LinkedHashMap<>();
        documents.editors().forEach((name, editor) -> {
            FlowDocument rewritten = references.renamed(editor.saved());
            if (rewritten != editor.saved() && !name.equals(flow)) {
                changed.put(name, rewritten);
            }
        });
        ProjectDocument settings = documents.settings().saved();
        var batch = new ProjectDisk.Batch(changed, flow.equals(settings.main()) ? settings.withMain(newName) : null);
        FlowDocument document = references.renamed(
                java.util.Objects.requireNonNull(documents.editors().get(flow)).saved());
        return writing(() -> disk.rename(flow, newName, document, batch));
    }

    private CompletableFuture<SaveOutcome> writing(Callable<SaveOutcome> action) {
        var result = new CompletableFuture<SaveOutcome>();
        thread().execute(() -> {
            SaveOutcome outcome;
            try {
                Optional<String> lost = session.lost();
                outcome = lost.isPresent() ? new SaveOutcome.Failed(lost.get()) : action.call();
            } catch (Exception e) {
                outcome = new SaveOutcome.Failed(String.valueOf(e.getMessage()));
            }
            SaveOutcome told = outcome;
            uiThread.execute(() -> result.complete(told));
        });
        return result;
    }

    /// Looks at all files.
    void look(Consumer<News> news) {
        thread().execute(() -> {
            SortedMap<String, Look<FlowDocument>> flows = new TreeMap<>();
            for (String name : disk.names()) {
                flows.put(name, disk.flow(name).look());
            }
            Look<ProjectDocument> settings = disk.settings().look();
            long stamp = DiskWatch.stamp(folder);
            Optional<Project> fresh = Optional.empty();
            if (stamp != otherFiles) {
                otherFiles = stamp;
                fresh = Optional.ofNullable(ProjectFolder.load(folder, codec).value());
            }
            var found = new News(flows, settings, fresh);
            uiThread.execute(() -> news.accept(found));
        });
    }

    /// Finishes what was begun.
    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
