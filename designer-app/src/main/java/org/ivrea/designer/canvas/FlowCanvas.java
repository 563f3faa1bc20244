package org.ivrea.designer.canvas;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Point2D;
import javafx.scene.layout.Region;
import org.ivrea.designer.canvas.geometry.Bounds;
import org.ivrea.designer.canvas.model.Box;
import org.ivrea.designer.canvas.view.CallMarks;
import org.ivrea.designer.canvas.view.GraphView;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.edit.FlowState;
import org.ivrea.designer.presentation.Presentations;
import org.ivrea.flow.problem.Problem;

/// One flow on screen. Follows its editor by itself.
public final class FlowCanvas extends Region {
    private static final double ROOM = 48;

    private final FlowEditor editor;
    private final CanvasContext context;
    private final GraphView view = new GraphView();
    private final FlowEditor.Listener follower = this::follow;
    private Presentations presentations;
    private CanvasOverlay overlay = CanvasOverlay.NONE;
    private boolean readOnly;

    public FlowCanvas(FlowEditor editor, CanvasContext context) {
        this.editor = editor;
        this.context = context;
        this.presentations = Presentations.of(editor.document(), context.registry(), List.of());
        getStyleClass().add("flow-canvas");
        getStylesheets().add(Objects.requireNonNull(FlowCanvas.class.getResource("canvas.css")).toExternalForm());
        setId("canvas-" + editor.flow());
        view.setManaged(false);
        getChildren().add(view);
        view.present(presentations);
        view.emphasize(view.emphasis().selecting(editor.selection()));
        editor.addListener(follower);
    }

    private void follow(FlowState before, FlowState after) {
        if (before.document() != after.document()) {
            show(presentations.next(after.document()));
        }
        view.emphasize(view.emphasis().selecting(after.selection()));
    }

    private void show(Presentations next) {
        if (next != presentations) {
            presentations = next;
            view.present(next);
        }
    }

    @Override
    protected void layoutChildren() {
        view.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    public FlowEditor editor() {
        return editor;
    }

    /// What is wrong with this flow, for the badges. The rest of what boxes show follows the editor.
    public void setProblems(Collection<Problem> problems) {
        show(presentations.next(problems));
    }

    public Presentations presentations() {
        return presentations;
    }

    /// Shows the whole flow.
    public void fit() {
        Bounds extent = view.graph().extent();
        if (extent != null) {
            view.viewport().fit(extent, ROOM, 1);
        }
    }

    /// 1 is actual size. The middle of the view stays where it is.
    public void zoomTo(double factor) {
        view.viewport().zoomAt(getWidth() / 2, getHeight() / 2, factor);
    }

    public ReadOnlyDoubleProperty zoomProperty() {
        return view.viewport().scaleProperty();
    }

    /// Brings a node into view.
    public void reveal(String nodeId) {
        Box box = view.graph().box(nodeId);
        if (box != null) {
            view.viewport().reveal(box.bounds(), ROOM);
        }
    }

    /// The middle of the view in the coordinates of the flow's layout.
    public Point2D visibleCentre() {
        Bounds visible = view.viewport().visible();
        return new Point2D(visible.centreX(), visible.centreY());
    }

    /// True when a drop there would add a node: the point is on the canvas.
    public boolean accepts(double sceneX, double sceneY) {
        return contains(sceneToLocal(sceneX, sceneY));
    }

    /// Shows what a drop would do, while something from the palette is over the canvas.
    public void previewAt(double sceneX, double sceneY) {}

    /// The drag from the palette left the canvas or was given up.
    public void endPreview() {}

    /// Adds a node of the type; on an edge, it is put into that.
    public void addAt(String type, double sceneX, double sceneY) {}

    /// Adds a node of the type in the middle of the view, wired to what is selected where that makes sense.
    public void add(String type) {}

    /// Lets the author choose a type by name, and adds it.
    public void openPicker() {}

    public CanvasOverlay overlay() {
        return overlay;
    }

    public void setOverlay(CanvasOverlay newOverlay) {
        overlay = newOverlay;
        view.mark(new CallMarks(newOverlay.currentNode(), newOverlay.taken(), newOverlay.lastTaken(),
                newOverlay.breakpoints(), newOverlay.coverage(), newOverlay.showCoverage()));
    }

    public boolean isReadOnly() {
        return readOnly;
    }

    /// For files that are broken or newer than this version: nothing can be changed, all can be seen.
    public void setReadOnly(boolean newReadOnly) {
        readOnly = newReadOnly;
    }

    /// Stops following the editor.
    public void close() {
        editor.removeListener(follower);
        context.status("");
    }
}
