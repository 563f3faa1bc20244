package org.ivrea.designer.canvas;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Point2D;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.ivrea.designer.canvas.geometry.Bounds;
import org.ivrea.designer.canvas.gesture.KeyInput;
import org.ivrea.designer.canvas.gesture.MouseInput;
import org.ivrea.designer.canvas.gesture.PickAt;
import org.ivrea.designer.canvas.model.Box;
import org.ivrea.designer.canvas.view.CallMarks;
import org.ivrea.designer.canvas.view.GraphView;
import org.ivrea.designer.canvas.view.Minimap;
import org.ivrea.designer.canvas.view.ViewOptions;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.edit.FlowState;
import org.ivrea.designer.presentation.Presentations;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// One flow on screen. Follows its editor by itself.
public final class FlowCanvas extends Region {
    private static final double ROOM = 48;
    /// Between the border and what lies above the drawing.
    static final double HUD = 12;

    private final FlowEditor editor;
    private final CanvasContext context;
    private final GraphView view = new GraphView();
    private final Pane overlays = new Pane();
    private final CanvasBench bench;
    private final CanvasCommands commands;
    private final MouseInput mouse;
    private final ZoomControl zoom;
    private final EmptyHint empty;
    private final FlowEditor.Listener follower = this::follow;
    private Presentations presentations;
    private CanvasOverlay overlay = CanvasOverlay.NONE;
    private boolean fitsOnShow = true;
    private boolean focusesOnShow;
    private @Nullable String revealsOnShow;

    public FlowCanvas(FlowEditor editor, CanvasContext context) {
        this.editor = editor;
        this.context = context;
        this.presentations = Presentations.of(editor.document(), context.registry(), List.of());
        this.bench = new CanvasBench(this, context);
        var titles = new TitleEditor(bench, overlays);
        this.mouse = new MouseInput(bench);
        this.commands = new CanvasCommands(bench, context, titles, () -> view.isHover() ? mouse.pointer() : null);
        this.zoom = new ZoomControl(commands, zoomProperty());
        this.empty = new EmptyHint(this::openPicker);
        bench.use(commands, titles);
        new KeyInput(bench, mouse);
        getStyleClass().add("flow-canvas");
        getStylesheets().add(Objects.requireNonNull(FlowCanvas.class.getResource("canvas.css")).toExternalForm());
        setId("canvas-" + editor.flow());
        view.setManaged(false);
        overlays.setManaged(false);
        overlays.setPickOnBounds(false);
        overlays.getChildren().addAll(empty, bench.picker());
        getChildren().addAll(view, view.minimap(), zoom, overlays);
        new CanvasMenu(context, bench, commands, this::openPicker).install(mouse);
        view.use(context.options());
        show(presentations);
        view.emphasize(view.emphasis().selecting(editor.selection()));
        editor.addListener(follower);
        sceneProperty().subscribe(scene -> {
            if (scene != null && focusesOnShow) {
                // What is inside belongs to the scene only after this.
                Platform.runLater(this::requestFocus);
            }
        });
    }

    private void follow(FlowState before, FlowState after) {
        if (before.document() != after.document()) {
            mouse.cancel();
            show(presentations.next(after.document()));
        }
        view.emphasize(view.emphasis().selecting(after.selection()));
    }

    private void show(Presentations next) {
        presentations = next;
        view.present(next);
        empty.setVisible(next.nodes().isEmpty() && !bench.isReadOnly());
        showMinimap();
    }

    private void showMinimap() {
        view.minimap().setVisible(view.options().minimap() && !presentations.nodes().isEmpty());
    }

    /// Shows things as the person likes them.
    public void use(ViewOptions options) {
        view.use(options);
        showMinimap();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        view.resizeRelocate(0, 0, width, height);
        overlays.resizeRelocate(0, 0, width, height);
        view.minimap().resizeRelocate(width - Minimap.WIDTH - HUD, height - Minimap.HEIGHT - HUD, Minimap.WIDTH,
                Minimap.HEIGHT);
        zoom.autosize();
        zoom.relocate(HUD, height - zoom.getHeight() - HUD);
        double hint = Math.min(360, width - 2 * HUD);
        empty.resizeRelocate((width - hint) / 2, height / 2 - 110, hint, 200);
        if (fitsOnShow && width > 0 && height > 0) {
            fitsOnShow = false;
            view.layout();
            showBeginning();
            if (revealsOnShow != null) {
                reveal(revealsOnShow);
            }
        }
    }

    /// All of it where that can be read, or else where calls begin.
    private void showBeginning() {
        commands.zoomToFit();
        String start = editor.document().start();
        Box box = start == null ? null : view.graph().box(start);
        if (zoomProperty().get() < 0.6 && box != null) {
            Bounds all = Objects.requireNonNullElse(view.graph().extent(), box.bounds());
            // What stands a little left of the start is seen as well, and not half of it.
            double left = Math.max(all.x(), box.bounds().x() - LEFT_OF_START);
            new Fitting(view).begin(left, box.bounds().centreY());
        }
    }

    private static final double LEFT_OF_START = 320;

    GraphView view() {
        return view;
    }

    public FlowEditor editor() {
        return editor;
    }

    /// What menus and keys do with this canvas.
    public CanvasActions actions() {
        return commands;
    }

    /// What is wrong with this flow, for the badges. The rest of what boxes show follows the editor.
    public void setProblems(Collection<Problem> problems) {
        Presentations next = presentations.next(problems);
        if (next != presentations) {
            show(next);
        }
    }

    public Presentations presentations() {
        return presentations;
    }

    /// Shows the whole flow.
    public void fit() {
        fitsOnShow = false;
        commands.zoomToFit();
    }

    /// 1 is actual size. The middle of the view stays where it is.
    public void zoomTo(double factor) {
        commands.zoom(factor);
    }

    public ReadOnlyDoubleProperty zoomProperty() {
        return view.viewport().scaleProperty();
    }

    /// Brings a node into view; where the canvas was not shown yet, as soon as it is.
    public void reveal(String nodeId) {
        if (fitsOnShow) {
            revealsOnShow = nodeId;
            return;
        }
        Box box = view.graph().box(nodeId);
        if (box != null) {
            Bounds at = box.bounds();
            double map = Minimap.HEIGHT / zoomProperty().get();
            view.viewport().reveal(new Bounds(at.x(), at.y(), at.width(), at.height() + map), ROOM);
        }
    }

    /// The middle of the view in the coordinates of the flow's layout.
    public Point2D visibleCentre() {
        Bounds visible = view.viewport().visible();
        return new Point2D(visible.centreX(), visible.centreY());
    }

    /// True when a drop there would add a node: the point is on the canvas.
    public boolean accepts(double sceneX, double sceneY) {
        // Not contains(): a region without a background of its own contains nothing.
        return !bench.isReadOnly() && getLayoutBounds().contains(sceneToLocal(sceneX, sceneY));
    }

    /// Shows what a drop would do, while something from the palette is over the canvas.
    public void previewAt(double sceneX, double sceneY) {
        Point2D at = world(sceneX, sceneY);
        ExitRef into = PickAt.insertion(bench, NodeDocument.of(""), at.getX(), at.getY());
        view.emphasize(view.emphasis().inserting(into));
        view.interaction().showGhosts(List.of(PickAt.place(at.getX(), at.getY())));
    }

    /// The drag from the palette left the canvas or was given up.
    public void endPreview() {
        view.emphasize(view.emphasis().inserting(null));
        view.interaction().clear();
    }

    /// Adds a node of the type; on an edge, it is put into that.
    public void addAt(String type, double sceneX, double sceneY) {
        endPreview();
        Point2D at = world(sceneX, sceneY);
        PickAt.add(bench, bench.fresh(type), at.getX(), at.getY());
        view.requestFocus();
    }

    /// Adds a node of the type in the middle of what is seen, or beside the selected node and wired to its first exit
    /// that leads nowhere.
    public void add(String type) {
        bench.addBeside(bench.fresh(type));
    }

    /// Lets the author choose a type by name, and adds it.
    public void openPicker() {
        if (!bench.isReadOnly()) {
            bench.pick(getWidth() / 2 - 140, Math.max(HUD, getHeight() / 2 - 200), bench::addBeside, () -> {});
        }
    }

    private Point2D world(double sceneX, double sceneY) {
        Point2D at = view.sceneToLocal(sceneX, sceneY);
        return new Point2D(view.viewport().worldX(at.getX()), view.viewport().worldY(at.getY()));
    }

    public CanvasOverlay overlay() {
        return overlay;
    }

    public void setOverlay(CanvasOverlay newOverlay) {
        overlay = newOverlay;
        view.mark(new CallMarks(newOverlay.currentNode(), newOverlay.taken(), newOverlay.lastTaken(),
                newOverlay.breakpoints(), newOverlay.exitBreakpoints(), newOverlay.coverage(),
                newOverlay.showCoverage(), newOverlay.changes()));
    }

    public boolean isReadOnly() {
        return bench.isReadOnly();
    }

    /// For files that are broken or newer than this version: nothing can be changed, all can be seen.
    public void setReadOnly(boolean readOnly) {
        bench.setReadOnly(readOnly);
        show(presentations);
    }

    /// Where it is not shown yet, as soon as it is.
    @Override
    public void requestFocus() {
        focusesOnShow = getScene() == null;
        view.requestFocus();
    }

    /// Stops following the editor.
    public void close() {
        editor.removeListener(follower);
        context.status("");
    }
}
