package org.ivrea.designer.window;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ivrea.designer.canvas.CanvasActions;
import org.ivrea.designer.canvas.FlowCanvas;
import org.ivrea.designer.command.Action;
import org.ivrea.designer.command.Actions;
import org.ivrea.designer.edit.Alignment;
import org.ivrea.designer.edit.Axis;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.edit.Selection;
import org.jspecify.annotations.Nullable;

import static org.ivrea.designer.window.WindowActions.action;

/// What is done with the canvas in front.
final class CanvasCommands {
    private final Supplier<Optional<ProjectSession>> session;

    CanvasCommands(Supplier<Optional<ProjectSession>> session) {
        this.session = session;
    }

    void addTo(Actions all) {
        all.add(onSelection("edit.cut", CanvasActions::cut).key("Shortcut+X").icon("scissors"));
        all.add(onSelection("edit.copy", CanvasActions::copy).key("Shortcut+C").icon("copy"));
        all.add(editing("edit.paste", CanvasActions::paste).key("Shortcut+V").icon("clipboard"));
        all.add(onSelection("edit.duplicate", CanvasActions::duplicate).key("Shortcut+D"));
        all.add(onSelection("edit.delete", CanvasActions::delete).key("Delete").icon("trash-2"));
        all.add(editing("edit.selectAll", CanvasActions::selectAll).key("Shortcut+A"));
        all.add(onSelection("edit.selectNone", CanvasActions::selectNone).key("Shortcut+Shift+A"));
        all.add(seeing("view.zoomIn", CanvasActions::zoomIn).key("Shortcut+EQUALS").icon("zoom-in"));
        all.add(seeing("view.zoomOut", CanvasActions::zoomOut).key("Shortcut+MINUS").icon("zoom-out"));
        all.add(seeing("view.zoomActual", CanvasActions::zoomToActualSize).key("Shortcut+DIGIT0"));
        all.add(seeing("view.zoomFit", CanvasActions::zoomToFit).key("Shortcut+DIGIT1").icon("maximize"));
        all.add(seeing("view.zoomSelection", CanvasActions::zoomToSelection).key("Shortcut+DIGIT2"));
        all.add(WindowKeys.shown(action("flow.add", () -> canvas().ifPresent(FlowCanvas::openPicker)), "/")
                .when(this::canEdit).icon("plus"));
        all.add(editing("flow.comment", CanvasActions::addComment).key("Shortcut+Shift+C").icon("message-square"));
        all.add(onSelection("flow.group", CanvasActions::group).key("Shortcut+G").icon("square"));
        all.add(onSelection("flow.ungroup", CanvasActions::ungroup).key("Shortcut+Shift+G"));
        all.add(onSelection("flow.extract", CanvasActions::extract).key("Shortcut+Shift+U").icon("layers"));
        all.add(onSelection("flow.rename", CanvasActions::rename).key("F2"));
        all.add(onSelection("flow.setStart", CanvasActions::setStart).icon("play-circle"));
        all.add(onSelection("flow.disable", CanvasActions::toggleDisabled).key("Shortcut+E"));
        all.add(onSelection("flow.breakpoint", CanvasActions::toggleBreakpoint).key("F9"));
        all.add(editing("flow.tidy", CanvasActions::tidy).key("Shortcut+T").icon("align-left"));
        align(all, "flow.alignLeft", Alignment.LEFT, "Shortcut+Shift+LEFT");
        align(all, "flow.alignCentre", Alignment.CENTRE, null);
        align(all, "flow.alignRight", Alignment.RIGHT, "Shortcut+Shift+RIGHT");
        align(all, "flow.alignTop", Alignment.TOP, "Shortcut+Shift+UP");
        align(all, "flow.alignMiddle", Alignment.MIDDLE, null);
        align(all, "flow.alignBottom", Alignment.BOTTOM, "Shortcut+Shift+DOWN");
        all.add(onSelection("flow.distributeHorizontally", canvas -> canvas.distribute(Axis.HORIZONTAL)));
        all.add(onSelection("flow.distributeVertically", canvas -> canvas.distribute(Axis.VERTICAL)));
    }

    private void align(Actions all, String id, Alignment alignment, @Nullable String keys) {
        Action action = onSelection(id, canvas -> canvas.align(alignment));
        all.add(keys == null ? action : action.key(keys));
    }

    private Action seeing(String id, Consumer<CanvasActions> run) {
        return action(id, () -> canvas().map(FlowCanvas::actions).ifPresent(run))
                .when(() -> canvas().isPresent());
    }

    private Action editing(String id, Consumer<CanvasActions> run) {
        return seeing(id, run).when(this::canEdit);
    }

    private Action onSelection(String id, Consumer<CanvasActions> run) {
        return seeing(id, run).when(() -> canEdit() && !session.get().flatMap(ProjectSession::editor)
                .map(FlowEditor::selection).orElse(Selection.NONE).isEmpty());
    }

    private Optional<FlowCanvas> canvas() {
        return session.get().flatMap(ProjectSession::canvas);
    }

    private boolean canEdit() {
        return canvas().map(canvas -> !canvas.isReadOnly()).orElse(false);
    }
}
