package org.ivrea.designer.canvas.view;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.CacheHint;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.ivrea.designer.canvas.geometry.Bounds;
import org.ivrea.designer.canvas.model.Edge;
import org.ivrea.designer.canvas.model.Graph;
import org.ivrea.designer.canvas.model.HitTest;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.presentation.Presentations;
import org.jspecify.annotations.Nullable;

/// Shows a graph. Everything it shows is brought up to date once per frame, in the layout pass.
public final class GraphView extends Region {
    private static final double AHEAD = 24;

    private final Messages messages = Messages.of(GraphView.class);
    private final Graph graph = new Graph();
    private final HitTest hits = new HitTest(graph);
    private final Viewport viewport = new Viewport();
    private final Inks inks = new Inks(this::recolour);
    private final Minimap minimap = new Minimap(graph, viewport, inks);
    private final TextFitter texts = new TextFitter();
    private final Label fontProbe = new Label();
    private final BoxLayer groups = new BoxLayer(box -> box.node().isGroup(), () -> new GroupFrame(texts));
    private final Surface surface = new Surface();
    private final BoxLayer boxes = new BoxLayer(box -> !box.node().annotation(), () -> new NodeBox(texts, messages));
    private final BoxLayer comments = new BoxLayer(box -> box.node().isComment(), () -> new CommentBox(texts));
    private final LiveEdge live = new LiveEdge();
    private final InteractionLayer interaction = new InteractionLayer();
    private final GridPainter grid = new GridPainter(inks);
    private final EdgePainter edges = new EdgePainter(graph, inks);
    private final FarPainter far = new FarPainter(graph, inks, texts);
    private final Rectangle clip = new Rectangle();
    private ViewOptions options = ViewOptions.USUAL;
    private Emphasis emphasis = Emphasis.NONE;
    private CallMarks marks = CallMarks.NONE;
    private final PauseTransition rest = new PauseTransition(Duration.millis(140));
    private @Nullable Detail detail;
    private double shownScale = 1;
    private boolean anew = true;

    public GraphView() {
        getStyleClass().add("graph-view");
        viewport.addListener(this::requestLayout);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(messages.get("canvas"));
        setClip(clip);
        rest.setOnFinished(_ -> hint(CacheHint.DEFAULT));
        fontProbe.getStyleClass().add("font-probe");
        fontProbe.setManaged(false);
        fontProbe.setVisible(false);
        fontProbe.fontProperty().addListener(_ -> {
            if (texts.useFamily(fontProbe.getFont().getFamily())) {
                touch();
            }
        });
        texts.useFamily(fontProbe.getFont().getFamily());
        getChildren().addAll(inks, fontProbe, groups, surface, comments, boxes, live, interaction);
    }

    public Graph graph() {
        return graph;
    }

    public HitTest hits() {
        return hits;
    }

    public Viewport viewport() {
        return viewport;
    }

    public InteractionLayer interaction() {
        return interaction;
    }

    public Emphasis emphasis() {
        return emphasis;
    }

    public CallMarks marks() {
        return marks;
    }

    /// To be put beside the view.
    public Minimap minimap() {
        return minimap;
    }

    public ViewOptions options() {
        return options;
    }

    public void use(ViewOptions newOptions) {
        options = newOptions;
        touch();
    }

    public void present(Presentations presentations) {
        graph.update(presentations);
        minimap.repaint();
        touch();
    }

    private void recolour() {
        minimap.repaint();
        touch();
    }

    /// Something about boxes or edges changed.
    public void touch() {
        anew = true;
        surface.markStale();
        requestLayout();
    }

    public void emphasize(Emphasis newEmphasis) {
        if (newEmphasis.equals(emphasis)) {
            return;
        }
        boolean selected = !newEmphasis.selection().equals(emphasis.selection());
        emphasis = newEmphasis;
        String opened = emphasis.opened();
        hits.setOpened(opened == null ? null : graph.box(opened));
        emphasizeLayers();
        surface.markStale();
        requestLayout();
        if (selected) {
            notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
        }
    }

    public void mark(CallMarks newMarks) {
        boolean stepped = newMarks.last() != null && !newMarks.last().equals(marks.last());
        marks = newMarks;
        Edge last = marks.last() == null ? null : graph.edge(marks.last());
        live.show(last == null ? null : graph.route(last), stepped && options.moving());
        emphasizeLayers();
        surface.markStale();
        requestLayout();
    }

    private void emphasizeLayers() {
        groups.emphasize(emphasis, marks);
        comments.emphasize(emphasis, marks);
        boxes.emphasize(emphasis, marks);
    }

    @Override
    protected void layoutChildren() {
        if (viewport.width() != getWidth() || viewport.height() != getHeight()) {
            viewport.resize(getWidth(), getHeight());
            clip.setWidth(getWidth());
            clip.setHeight(getHeight());
        }
        if (getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        Detail wanted = Detail.at(viewport.scale());
        anew |= wanted != detail;
        if (wanted != detail) {
            surface.markStale();
            detail = wanted;
        }
        if (viewport.scale() != shownScale) {
            shownScale = viewport.scale();
            if (rest.getStatus() != Animation.Status.RUNNING) {
                hint(CacheHint.SPEED);
            }
            rest.playFromStart();
        }
        surface.fitTo(viewport);
        surface.show(viewport, this::paint);
        Bounds area = viewport.visible().inflated(AHEAD / viewport.scale());
        show(groups, area);
        show(comments, area);
        show(boxes, area);
        live.move(viewport);
        interaction.move(viewport);
        anew = false;
    }

    private void hint(CacheHint hint) {
        boxes.setHint(hint);
        comments.setHint(hint);
    }

    private void show(BoxLayer layer, Bounds area) {
        layer.move(viewport);
        if (detail == null || detail == Detail.SHAPE) {
            layer.clear();
        } else {
            layer.show(graph, area, detail, anew, emphasis, marks);
        }
    }

    private void paint(GraphicsContext gc, Bounds area) {
        double scale = viewport.scale();
        boolean shapes = detail == Detail.SHAPE;
        if (options.grid()) {
            grid.paint(gc, area, scale);
        }
        if (shapes) {
            far.paintGroups(gc, area, scale);
        }
        if (!edges.paint(gc, area, scale, emphasis, marks)) {
            Platform.runLater(this::touch);
        }
        if (shapes) {
            far.paintBoxes(gc, area, scale, emphasis, marks);
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.FOCUS_ITEM && emphasis.selection().nodes().size() == 1) {
            return boxes.view(emphasis.selection().nodes().first());
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }
}
