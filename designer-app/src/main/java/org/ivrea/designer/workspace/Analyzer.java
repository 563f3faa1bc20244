package org.ivrea.designer.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.ivrea.engine.check.ProjectChecks;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.Project;
import org.jspecify.annotations.Nullable;

/// Compiles and checks a project again and again, on a thread of its own. Requests that come while it works are
/// coalesced: only the newest is done next. Flows that did not change are not compiled anew.
final class Analyzer implements AutoCloseable {

    /// @param ofFiles problems of files that are no part of the project as they cannot be read
    record Request(Project project, List<Problem> ofFiles, long revision) {}

    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("ivrea-analysis").daemon().priority(Thread.MIN_PRIORITY + 1).factory());
    private final AtomicReference<@Nullable Request> newest = new AtomicReference<>();
    private final NodeRegistry registry;
    private final DocumentChecks documents;
    private final Consumer<Analysis> results;
    private CompiledProject compiled;

    /// @param results is given each result, on the analyzer's thread
    Analyzer(Project project, NodeRegistry registry, Consumer<Analysis> results) {
        this.registry = registry;
        this.documents = new DocumentChecks(registry);
        this.results = results;
        this.compiled = new CompiledProject(project, registry, new TreeMap<>(), List.of());
    }

    /// Nothing compiled yet.
    Analysis none(List<Problem> ofFiles) {
        return new Analysis(compiled, ofFiles, 0);
    }

    void request(Request request) {
        if (newest.getAndSet(request) == null && !worker.isShutdown()) {
            worker.execute(this::analyseNewest);
        }
    }

    private void analyseNewest() {
        Request request = newest.getAndSet(null);
        if (request == null || Thread.currentThread().isInterrupted()) {
            return;
        }
        try {
            analyse(request);
        } catch (RuntimeException e) {
            // A fault of a check must not leave the person without any problems.
            List<Problem> problems = new ArrayList<>(request.ofFiles());
            problems.add(Problem.error("analysis-failed", JsonPointer.ROOT, WorkspaceTexts.of("analysis.failed", e)));
            results.accept(new Analysis(compiled, problems, request.revision()));
        }
    }

    private void analyse(Request request) {
        compiled = compiled(request.project());
        if (Thread.currentThread().isInterrupted()) {
            return;
        }
        List<Problem> problems = new ArrayList<>(request.ofFiles());
        problems.addAll(documents.check(request.project()));
        problems.addAll(ProjectChecks.all(compiled));
        results.accept(new Analysis(compiled, problems, request.revision()));
    }

    private CompiledProject compiled(Project project) {
        // Not the result's project, which is the new one as soon as one flow is compiled anew.
        Project before = compiled.project();
        CompiledProject result = compiled;
        for (String name : List.copyOf(result.flows().keySet())) {
            if (project.flow(name) == null) {
                result = result.recompiled(project, name);
            }
        }
        for (var entry : project.flows().entrySet()) {
            FlowDocument known = before.flow(entry.getKey());
            if (known != entry.getValue() || result.flow(entry.getKey()) == null) {
                result = result.recompiled(project, entry.getKey());
            }
        }
        return result.project() == project
                ? result
                : new CompiledProject(project, registry, result.flows(), result.problems());
    }

    /// Stops; what is being done gives no result any more, or one that nobody waits for.
    @Override
    public void close() {
        newest.set(null);
        worker.shutdownNow();
    }
}
