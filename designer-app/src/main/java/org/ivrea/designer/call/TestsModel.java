package org.ivrea.designer.call;

import java.util.concurrent.Executor;
import org.ivrea.designer.simulation.ScriptRun;
import org.ivrea.designer.workspace.Workspace;
import org.ivrea.engine.script.Coverage;
import org.ivrea.engine.simulation.RecordedLengths;
import org.jspecify.annotations.Nullable;

/// The project's call scripts and what came of running them. Used by the user interface's thread.
public final class TestsModel implements AutoCloseable {
    private final Workspace workspace;
    private final Executor ui;
    private final Listeners listeners = new Listeners();
    private @Nullable ScriptRun run;
    private ScriptRun.@Nullable Progress progress;
    private boolean showsCoverage;
    private long revision;

    /// @param ui runs what belongs on the thread of the user interface
    public TestsModel(Workspace workspace, Executor ui) {
        this.workspace = workspace;
        this.ui = ui;
    }

    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /// Runs all scripts against the flows as they are now. One that runs already is cancelled.
    public void runAll() {
        cancel();
        workspace.analysed().thenAccept(analysis -> ui.execute(() -> {
            revision = analysis.revision();
            var holder = new ScriptRun[1];
            holder[0] = ScriptRun.start(analysis.compiled(), workspace.folder(),
                    new RecordedLengths(analysis.compiled().project().prompts()), ui,
                    told -> progressed(holder[0], told));
            run = holder[0];
            progress = null;
            listeners.tell();
        }));
    }

    private void progressed(@Nullable ScriptRun of, ScriptRun.Progress told) {
        if (of != null && of == run) {
            progress = told;
            listeners.tell();
        }
    }

    public void cancel() {
        if (run != null) {
            run.cancel();
        }
    }

    public boolean isRunning() {
        ScriptRun.Progress known = progress;
        return run != null && (known == null || !known.finished());
    }

    /// How far it is, or what came of it; `null` when nothing was run.
    public ScriptRun.@Nullable Progress progress() {
        return progress;
    }

    /// Whether the flows have been changed since.
    public boolean isOutdated() {
        return progress != null && workspace.revision() != revision;
    }

    public Coverage coverage() {
        ScriptRun.Progress known = progress;
        return known == null ? Coverage.NONE : known.coverage();
    }

    public boolean showsCoverage() {
        return showsCoverage;
    }

    /// Has drawings show which exits the scripts take.
    public void showCoverage(boolean wanted) {
        showsCoverage = wanted;
        listeners.tell();
    }

    Workspace workspace() {
        return workspace;
    }

    @Override
    public void close() {
        cancel();
        run = null;
    }
}
