package org.ivrea.designer.workspace;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.Project;

/// The newest analysis of a project, and who wants to hear of new ones. Used by the thread of the user interface.
final class Analyses implements AutoCloseable {
    private final Analyzer analyzer;
    private final List<Consumer<Analysis>> listeners = new CopyOnWriteArrayList<>();
    private Analysis newest;
    private Analyzer.Request wanted;
    private boolean begun;

    Analyses(Project project, NodeRegistry registry, List<Problem> ofFiles, Executor uiThread) {
        this.analyzer = new Analyzer(project, registry, result -> uiThread.execute(() -> deliver(result)));
        this.newest = analyzer.none(ofFiles);
        this.wanted = new Analyzer.Request(project, ofFiles, 0);
    }

    /// The project is another one now.
    void request(Project project, List<Problem> ofFiles) {
        wanted = new Analyzer.Request(project, ofFiles, wanted.revision() + 1);
        if (begun) {
            analyzer.request(wanted);
        }
    }

    /// Analyses the project as it is, and from now on after each request.
    void begin() {
        if (!begun) {
            begun = true;
            analyzer.request(wanted);
        }
    }

    long revision() {
        return wanted.revision();
    }

    Analysis newest() {
        return newest;
    }

    CompletableFuture<Analysis> ofNow() {
        var future = new CompletableFuture<Analysis>();
        long now = revision();
        if (newest.revision() >= now) {
            future.complete(newest);
            return future;
        }
        var listener = new Consumer<Analysis>() {
            @Override
            public void accept(Analysis result) {
                if (result.revision() >= now) {
                    listeners.remove(this);
                    future.complete(result);
                }
            }
        };
        listeners.add(listener);
        return future;
    }

    void add(Consumer<Analysis> listener) {
        listeners.add(listener);
    }

    private void deliver(Analysis result) {
        newest = result;
        listeners.forEach(listener -> listener.accept(result));
    }

    @Override
    public void close() {
        analyzer.close();
    }
}
