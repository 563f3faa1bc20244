package org.ivrea.designer.window;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyDoubleProperty;
import org.ivrea.designer.canvas.FlowCanvas;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.workspace.Workspace;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.problem.Severity;
import org.jspecify.annotations.Nullable;

/// Writes into the status bar how things stand.
final class StatusLine {
    private static final Messages TEXTS = Messages.of(StatusLine.class);

    private final StatusBar bar;
    private final InvalidationListener zoomed = _ -> showZoom();
    private @Nullable ReadOnlyDoubleProperty zoom;
    private @Nullable LocalTime saved;

    StatusLine(StatusBar bar) {
        this.bar = bar;
    }

    /// Something was saved just now.
    void saved() {
        saved = LocalTime.now();
    }

    void show(@Nullable ProjectSession session) {
        if (session == null) {
            bar.place.setText("");
            bar.size.setText("");
            bar.problems.setVisible(false);
            bar.saved.setText("");
            bar.languages.setText("");
            follow(null);
            return;
        }
        Workspace workspace = session.workspace();
        String project = workspace.project().settings().name();
        bar.place.setText(session.tabs().front().map(tab -> project + " · " + tab.flow()).orElse(project));
        bar.size.setText(session.editor().map(editor -> size(editor.document())).orElse(""));
        showProblems(workspace.analysis().problems());
        LocalTime time = saved;
        bar.saved.setText(workspace.isReadOnly()
                ? TEXTS.get("status.readOnly")
                : workspace.isDirty()
                        ? TEXTS.get("status.unsaved")
                        : time == null
                                ? ""
                                : TEXTS.get("status.saved", DateTimeFormatter.ofPattern("HH:mm").format(time)));
        bar.languages.setText(String.join(" · ", workspace.project().settings().languages()));
        follow(session.canvas().map(FlowCanvas::zoomProperty).orElse(null));
    }

    private static String size(FlowDocument flow) {
        long nodes = flow.nodes().values().stream().filter(node -> !node.isAnnotation()).count();
        long exits = flow.nodes().values().stream().mapToLong(node -> node.exits().size()).sum();
        return TEXTS.get("status.size", nodes, exits);
    }

    private void showProblems(List<Problem> problems) {
        long errors = problems.stream().filter(Problem::isError).count();
        long warnings = problems.stream().filter(problem -> problem.severity() == Severity.WARNING).count();
        bar.problems.setVisible(errors + warnings > 0);
        bar.problems.setText(errors > 0
                ? TEXTS.get("status.errors", errors, warnings)
                : TEXTS.get("status.warnings", warnings));
        bar.problems.getStyleClass().removeAll("ivrea-error", "ivrea-warning");
        bar.problems.getStyleClass().add(errors > 0 ? "ivrea-error" : "ivrea-warning");
    }

    private void follow(@Nullable ReadOnlyDoubleProperty newZoom) {
        if (newZoom != zoom) {
            if (zoom != null) {
                zoom.removeListener(zoomed);
            }
            zoom = newZoom;
            if (newZoom != null) {
                newZoom.addListener(zoomed);
            }
        }
        showZoom();
    }

    private void showZoom() {
        bar.zoom.setText(zoom == null ? "" : TEXTS.get("status.zoom", Math.round(zoom.get() * 100)));
    }
}
