package org.ivrea.designer.canvas;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.ivrea.designer.canvas.geometry.Bounds;
import org.ivrea.designer.canvas.gesture.Commands;
import org.ivrea.designer.canvas.gesture.Exits;
import org.ivrea.designer.canvas.gesture.PickAt;
import org.ivrea.designer.canvas.gesture.Workbench;
import org.ivrea.designer.canvas.model.Box;
import org.ivrea.designer.canvas.picker.NodePicker;
import org.ivrea.designer.canvas.view.GraphView;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.edit.Nodes;
import org.ivrea.designer.edit.Point;
import org.ivrea.designer.edit.Selection;
import org.ivrea.designer.presentation.BoxMetrics;
import org.ivrea.designer.presentation.NodePresentation;
import org.ivrea.engine.expression.CelScope;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.engine.spec.FieldSpec;
import org.ivrea.engine.spec.NodeDecoder;
import org.ivrea.engine.spec.NodeSpec;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// What the gestures of a canvas work on.
final class CanvasBench implements Workbench {
    private static final double GAP = 80;

    private final FlowCanvas canvas;
    private final CanvasContext context;
    private final NodePicker picker;
    private @Nullable CanvasCommands commands;
    private @Nullable TitleEditor titles;
    private boolean readOnly;

    CanvasBench(FlowCanvas canvas, CanvasContext context) {
        this.canvas = canvas;
        this.context = context;
        this.picker = new NodePicker(context.registry());
    }

    void use(CanvasCommands newCommands, TitleEditor newTitles) {
        commands = newCommands;
        titles = newTitles;
    }

    NodePicker picker() {
        return picker;
    }

    @Override
    public FlowEditor editor() {
        return canvas.editor();
    }

    @Override
    public GraphView view() {
        return canvas.view();
    }

    @Override
    public boolean isReadOnly() {
        return readOnly;
    }

    void setReadOnly(boolean newReadOnly) {
        readOnly = newReadOnly;
    }

    @Override
    public void pick(double viewX, double viewY, Consumer<NodeDocument> chosen, Runnable closed) {
        picker.open(viewX, viewY, canvas,
                spec -> chosen.accept(NodeDecoder.fresh(spec, CelScope.of(Map.of()))),
                () -> {
                    closed.run();
                    view().requestFocus();
                });
    }

    /// A node of a type as a palette puts it down.
    NodeDocument fresh(String type) {
        NodeSpec spec = context.registry().spec(type);
        return spec == null ? NodeDocument.of(type) : NodeDecoder.fresh(spec, CelScope.of(Map.of()));
    }

    @Override
    public void addBeside(NodeDocument node) {
        Set<String> nodes = editor().selection().nodes();
        Box box = nodes.size() == 1 ? view().graph().box(nodes.iterator().next()) : null;
        String exit = box == null || box.node().annotation() ? null : Exits.through(box.node());
        if (box == null || exit == null || node.isAnnotation()) {
            Bounds seen = view().viewport().visible();
            Bounds place = PickAt.place(seen.centreX(), seen.centreY() - GAP);
            apply(Nodes.add(document(), node, free(place)));
        } else {
            Bounds place = new Bounds(box.bounds().maxX() + GAP, box.bounds().y(), box.bounds().width(), GAP);
            apply(Nodes.addWired(document(), node, free(place), new ExitRef(box.id(), exit)));
        }
        canvas.reveal(editor().selection().nodes().first());
    }

    /// The first place from there downwards where no box stands.
    private Point free(Bounds wanted) {
        Bounds place = wanted;
        for (Box box = inTheWay(place); box != null; box = inTheWay(place)) {
            place = place.movedTo(place.x(),
                    Math.ceil((box.bounds().maxY() + GAP / 2) / BoxMetrics.GRID) * BoxMetrics.GRID);
        }
        return new Point((int) place.x(), (int) place.y());
    }

    private @Nullable Box inTheWay(Bounds place) {
        return view().graph().boxesIn(place.inflated(GAP / 4)).stream().filter(box -> !box.node().isGroup())
                .findFirst().orElse(null);
    }

    @Override
    public void open(Box box) {
        String flow = flowOf(box);
        if (flow != null) {
            context.openFlow(flow);
        } else if (titles != null) {
            titles.edit(box);
        }
    }

    /// Selects a node and brings it into view.
    void show(Box box) {
        editor().select(Selection.ofNode(box.id()));
        canvas.reveal(box.id());
    }

    /// The flow that a node leads to, whatever its type.
    @Nullable
    String flowOf(Box box) {
        NodeDocument node = document().node(box.id());
        NodeSpec spec = context.registry().spec(box.node().type());
        if (node == null || spec == null) {
            return null;
        }
        for (FieldSpec field : spec.fields()) {
            if (field.kind() instanceof FieldKind.Flow
                    && node.field(field.name()) instanceof Json.Str(String flow) && !flow.isEmpty()) {
                return flow;
            }
        }
        return null;
    }

    @Override
    public NodePresentation preview(NodeDocument node) {
        return canvas.presentations().preview(node);
    }

    @Override
    public Commands commands() {
        return Objects.requireNonNull(commands);
    }

    @Override
    public void status(String text) {
        context.status(text);
    }
}
