package org.ivrea.designer.call;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import org.ivrea.designer.simulation.Replay;
import org.ivrea.designer.simulation.TraceFiles;
import org.ivrea.engine.trace.TraceJson.Timed;
import org.ivrea.flow.project.IoReason;
import org.jspecify.annotations.Nullable;

/// A call from a file that is shown again. Used by the user interface's thread.
public final class ReplayModel {
    private final Executor ui;
    private final Listeners listeners = new Listeners();
    private final TraceLines lines;
    private @Nullable Replay replay;
    private String name = "";
    private String problem = "";

    /// @param labels gives a node's label by flow and id
    /// @param ui     runs what belongs on the thread of the user interface
    ReplayModel(BiFunction<String, String, String> labels, Executor ui) {
        this.ui = ui;
        this.lines = new TraceLines(labels);
    }

    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /// Opens a trace, in the background. What is wrong with it is shown.
    public void open(Path file) {
        Thread.ofVirtual().name("ivrea-trace").start(() -> {
            try {
                List<Timed> events = TraceFiles.read(file);
                ui.execute(() -> opened(String.valueOf(file.getFileName()), events));
            } catch (IOException e) {
                ui.execute(() -> failed(IoReason.withFile(e)));
            }
        });
    }

    private void opened(String file, List<Timed> events) {
        replay = new Replay(events);
        name = file;
        problem = "";
        lines.clear();
        lines.addAll(events);
        listeners.tell();
    }

    private void failed(String why) {
        problem = why;
        listeners.tell();
    }

    public void closeReplay() {
        replay = null;
        problem = "";
        lines.clear();
        listeners.tell();
    }

    /// `null` when none is open.
    public @Nullable Replay replay() {
        return replay;
    }

    String name() {
        return name;
    }

    /// Why the last file could not be opened; empty when it could.
    public String problem() {
        return problem;
    }

    TraceLines lines() {
        return lines;
    }

    void moveTo(int position) {
        if (replay != null) {
            replay.moveTo(position);
            listeners.tell();
        }
    }

    void moveToTime(long ms) {
        if (replay != null) {
            replay.moveToTime(ms);
            listeners.tell();
        }
    }

    void stepForward() {
        if (replay != null) {
            replay.stepForward();
            listeners.tell();
        }
    }

    void stepBack() {
        if (replay != null) {
            replay.stepBack();
            listeners.tell();
        }
    }
}
