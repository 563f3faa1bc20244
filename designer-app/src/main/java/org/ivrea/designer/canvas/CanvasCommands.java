package org.ivrea.designer.canvas;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.ivrea.designer.canvas.geometry.Bounds;
import org.ivrea.designer.canvas.gesture.Pointer;
import org.ivrea.designer.canvas.gesture.Workbench;
import org.ivrea.designer.canvas.model.Box;
import org.ivrea.designer.canvas.model.Edge;
import org.ivrea.designer.canvas.view.GraphView;
import org.ivrea.designer.canvas.view.Viewport;
import org.ivrea.designer.edit.Alignment;
import org.ivrea.designer.edit.Annotations;
import org.ivrea.designer.edit.Arrange;
import org.ivrea.designer.edit.Axis;
import org.ivrea.designer.edit.ClipboardFailure;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.edit.Nodes;
import org.ivrea.designer.edit.Point;
import org.ivrea.designer.edit.Selection;
import org.ivrea.designer.presentation.BoxMetrics;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.jspecify.annotations.Nullable;

/// Carries the commands out.
final class CanvasCommands implements CanvasActions {
    private static final double STEP = 1.25;

    private final Workbench bench;
    private final CanvasContext context;
    private final TitleEditor titles;

    /// Where the mouse is over the canvas; `null` when it is elsewhere.
    private final Supplier<@Nullable Pointer> pointer;
    /// Where the menu was opened from which a command comes; `null` for none.
    private @Nullable Pointer menu;

    CanvasCommands(Workbench bench, CanvasContext context, TitleEditor titles,
            Supplier<@Nullable Pointer> pointer) {
        this.bench = bench;
        this.context = context;
        this.titles = titles;
        this.pointer = pointer;
    }

    /// Carries out what was chosen in a menu.
    ///
    /// @param place where the menu was opened
    void at(@Nullable Pointer place, Runnable command) {
        menu = place;
        try {
            command.run();
        } finally {
            menu = null;
        }
    }

    private FlowDocument flow() {
        return bench.document();
    }

    private Selection selection() {
        return bench.editor().selection();
    }

    private Viewport viewport() {
        return bench.view().viewport();
    }

    @Override
    public void copy() {
        if (!selection().nodes().isEmpty()) {
            var content = new ClipboardContent();
            content.putString(org.ivrea.designer.edit.Clipboard.copy(flow(), selection()));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    @Override
    public void cut() {
        if (!selection().nodes().isEmpty() && !bench.isReadOnly()) {
            copy();
            bench.apply(org.ivrea.designer.edit.Clipboard.cut(flow(), selection()));
        }
    }

    @Override
    public void paste() {
        String text = Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), "");
        try {
            bench.apply(org.ivrea.designer.edit.Clipboard.paste(flow(), text, pasteAt(text)));
            bench.status("");
        } catch (ClipboardFailure e) {
            bench.status(Objects.requireNonNullElse(e.getMessage(), ""));
        }
    }

    /// At the pointer; or else beside the original where that is seen, and in the middle where it is not.
    private Point pasteAt(String text) throws ClipboardFailure {
        Point original = org.ivrea.designer.edit.Clipboard.corner(text);
        Pointer at = menu == null ? pointer.get() : menu;
        if (at != null) {
            return onGrid(at.x(), at.y());
        }
        Bounds seen = viewport().visible();
        double x = original.x() + 2.0 * BoxMetrics.GRID;
        double y = original.y() + 2.0 * BoxMetrics.GRID;
        return seen.contains(x, y) ? onGrid(x, y) : onGrid(seen.centreX(), seen.centreY());
    }

    private static Point onGrid(double x, double y) {
        return new Point((int) Math.rint(x / BoxMetrics.GRID) * BoxMetrics.GRID,
                (int) Math.rint(y / BoxMetrics.GRID) * BoxMetrics.GRID);
    }

    @Override
    public void duplicate() {
        Set<String> ids = Annotations.withContents(flow(), selection().nodes(), bench.sizes());
        if (!ids.isEmpty()) {
            bench.apply(Nodes.duplicate(flow(), ids));
        }
    }

    @Override
    public void delete() {
        if (!selection().isEmpty()) {
            bench.apply(Nodes.delete(flow(), selection()));
        }
    }

    @Override
    public void selectAll() {
        var edges = new TreeSet<ExitRef>();
        for (Box box : bench.view().graph().boxes()) {
            for (Edge edge : box.out()) {
                edges.add(edge.ref());
            }
        }
        bench.editor().select(new Selection(new TreeSet<>(flow().nodes().keySet()), edges));
    }

    @Override
    public void selectNone() {
        bench.editor().select(Selection.NONE);
    }

    @Override
    public void align(Alignment alignment) {
        if (selection().nodes().size() > 1) {
            bench.apply(Arrange.align(flow(), selection().nodes(), bench.sizes(), alignment));
        }
    }

    @Override
    public void distribute(Axis axis) {
        if (selection().nodes().size() > 2) {
            bench.apply(Arrange.distribute(flow(), selection().nodes(), bench.sizes(), axis));
        }
    }

    @Override
    public void tidy() {
        if (!bench.isReadOnly()) {
            context.tidy(selection());
        }
    }

    @Override
    public void group() {
        if (!selection().nodes().isEmpty() && !bench.isReadOnly()) {
            bench.apply(Annotations.group(flow(), selection().nodes(), bench.sizes(), null));
            rename();
        }
    }

    @Override
    public void ungroup() {
        var groups = new TreeSet<>(selection().nodes());
        groups.removeIf(id -> {
            NodeDocument node = flow().node(id);
            return node == null || !node.type().equals(Annotations.GROUP);
        });
        if (!groups.isEmpty()) {
            bench.apply(Annotations.ungroup(flow(), groups));
        }
    }

    @Override
    public void extract() {
        if (!selection().nodes().isEmpty() && !bench.isReadOnly()) {
            context.extract(Annotations.withContents(flow(), selection().nodes(), bench.sizes()), bench.sizes());
        }
    }

    @Override
    public void addComment() {
        Bounds seen = viewport().visible();
        Point corner = menu == null
                ? onGrid(seen.centreX() - BoxMetrics.COMMENT_WIDTH / 2, seen.centreY() - BoxMetrics.COMMENT_HEIGHT / 2)
                : onGrid(menu.x(), menu.y());
        bench.apply(Nodes.add(flow(), NodeDocument.of(Annotations.COMMENT), corner));
        rename();
    }

    @Override
    public void rename() {
        Box box = only();
        if (box != null && !bench.isReadOnly()) {
            titles.edit(box);
        }
    }

    @Override
    public void editFields() {
        Box box = only();
        if (box != null) {
            context.editFields(box.id());
        }
    }

    @Override
    public void setStart() {
        Box box = only();
        if (box != null && !box.node().annotation()) {
            bench.apply(Nodes.start(flow(), box.id()));
        }
    }

    @Override
    public void toggleDisabled() {
        Set<String> nodes = selection().nodes();
        if (!nodes.isEmpty()) {
            boolean all = nodes.stream().map(flow()::node).allMatch(node -> node == null || node.disabled());
            bench.apply(Nodes.disable(flow(), nodes, !all));
        }
    }

    @Override
    public void toggleBreakpoint() {
        Selection selected = selection();
        selected.nodes().stream().filter(id -> !isAnnotation(id)).forEach(context::toggleBreakpoint);
        selected.edges().forEach(context::toggleBreakpoint);
    }

    private boolean isAnnotation(String id) {
        NodeDocument node = flow().node(id);
        return node == null || node.isAnnotation();
    }

    @Override
    public void toggleBreakpoint(ExitRef exit) {
        context.toggleBreakpoint(exit);
    }

    @Override
    public void editBreakpoint(@Nullable ExitRef exit) {
        Box box = only();
        if (exit != null) {
            context.editBreakpoint(exit.node(), exit.exit());
        } else if (box != null) {
            context.editBreakpoint(box.id(), null);
        }
    }

    private @Nullable Box only() {
        return selection().nodes().size() == 1 ? bench.view().graph().box(selection().nodes().first()) : null;
    }

    @Override
    public void zoomIn() {
        zoom(viewport().scale() * STEP);
    }

    @Override
    public void zoomOut() {
        zoom(viewport().scale() / STEP);
    }

    @Override
    public void zoomToActualSize() {
        zoom(1);
    }

    void zoom(double factor) {
        viewport().zoomAt(viewport().width() / 2, viewport().height() / 2, factor);
    }

    @Override
    public void zoomToFit() {
        fit(bench.view().graph().extent());
    }

    @Override
    public void zoomToSelection() {
        GraphView view = bench.view();
        Bounds around = null;
        for (String id : selection().nodes()) {
            Box box = view.graph().box(id);
            if (box != null) {
                around = around == null ? box.bounds() : around.union(box.bounds());
            }
        }
        fit(around);
    }

    private void fit(@Nullable Bounds area) {
        if (area != null) {
            new Fitting(bench.view()).fit(area);
        }
    }
}
