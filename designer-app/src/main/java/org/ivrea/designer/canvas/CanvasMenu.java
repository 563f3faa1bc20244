package org.ivrea.designer.canvas;

import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.ivrea.designer.canvas.geometry.Bounds;
import org.ivrea.designer.canvas.gesture.MouseInput;
import org.ivrea.designer.canvas.gesture.PickAt;
import org.ivrea.designer.canvas.gesture.Pointer;
import org.ivrea.designer.canvas.model.Box;
import org.ivrea.designer.canvas.model.Edge;
import org.ivrea.designer.canvas.view.GraphView;
import org.ivrea.designer.edit.Annotations;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.edit.Selection;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.flow.document.NodeDocument;
import org.jspecify.annotations.Nullable;

/// The menu of the right mouse button: what can be done with what is selected.
final class CanvasMenu extends ContextMenu {
    /// The window's actions that do the same: their keys are shown.
    private static final Map<String, String> ACTIONS = Map.ofEntries(Map.entry("rename", "flow.rename"),
            Map.entry("cut", "edit.cut"), Map.entry("copy", "edit.copy"), Map.entry("paste", "edit.paste"),
            Map.entry("duplicate", "edit.duplicate"), Map.entry("delete", "edit.delete"),
            Map.entry("disable", "flow.disable"), Map.entry("enable", "flow.disable"),
            Map.entry("breakpoint", "flow.breakpoint"), Map.entry("tidy", "flow.tidy"),
            Map.entry("group", "flow.group"), Map.entry("ungroup", "flow.ungroup"),
            Map.entry("extract", "flow.extract"), Map.entry("comment", "flow.comment"),
            Map.entry("selectAll", "edit.selectAll"), Map.entry("fit", "view.zoomFit"));

    private final Messages messages = Messages.of(CanvasMenu.class);
    private final CanvasContext context;
    private final CanvasBench bench;
    private final CanvasCommands actions;
    private final Runnable add;
    private @Nullable Pointer place;

    /// @param add lets the author choose a node type in the middle
    CanvasMenu(CanvasContext context, CanvasBench bench, CanvasCommands actions, Runnable add) {
        this.context = context;
        this.bench = bench;
        this.actions = actions;
        this.add = add;
        setId("canvas-menu");
    }

    /// Opens it with the right mouse button, and with the key for menus or Shift+F10 at what is selected.
    void install(MouseInput mouse) {
        GraphView view = bench.view();
        view.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (event.isKeyboardTrigger()) {
                openAtSelection();
            } else {
                double x = view.viewport().worldX(event.getX());
                double y = view.viewport().worldY(event.getY());
                prepare(mouse.pointer(), view.hits().exitAt(x, y, view.viewport().scale()));
                show(view, event.getScreenX(), event.getScreenY());
            }
            event.consume();
        });
        // Not every system makes the event above of these keys.
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.CONTEXT_MENU || event.getCode() == KeyCode.F10 && event.isShiftDown()) {
                openAtSelection();
                event.consume();
            }
        });
    }

    private void openAtSelection() {
        if (isShowing()) {
            return;
        }
        GraphView view = bench.view();
        Selection selection = bench.editor().selection();
        Box box = selection.nodes().isEmpty() ? null : view.graph().box(selection.nodes().first());
        Edge edge = selection.edges().isEmpty() ? null : view.graph().edge(selection.edges().first());
        Bounds at = box != null ? box.bounds() : edge != null ? edge.to().bounds() : view.viewport().visible();
        double x = box == null && edge == null ? at.centreX() : at.x();
        Point2D place = view.localToScreen(Math.clamp(view.viewport().viewX(x) + 16, 0, view.getWidth()),
                Math.clamp(view.viewport().viewY(at.centreY()), 0, view.getHeight()));
        prepare(null, null);
        show(view, place.getX(), place.getY());
    }

    /// Makes its entries those for what is selected now.
    ///
    /// @param at   where the pointer is; `null` when a key opens the menu
    /// @param exit at which the pointer is; `null` for none
    void prepare(@Nullable Pointer at, @Nullable ExitRef exit) {
        getItems().clear();
        place = at;
        Selection selection = bench.editor().selection();
        boolean writable = !bench.isReadOnly();
        if (selection.isEmpty()) {
            item("add", writable, this::add);
            item("comment", writable, actions::addComment);
            item("paste", writable, actions::paste);
            separator();
            item("selectAll", true, actions::selectAll);
            item("tidy", writable, actions::tidy);
            item("fit", true, actions::zoomToFit);
        } else if (selection.nodes().isEmpty()) {
            if (selection.edges().size() == 1) {
                edge(selection.edges().first(), writable);
            }
            item("delete", writable, actions::delete);
        } else {
            nodes(selection, writable);
        }
        if (exit != null) {
            separator();
            item("exit-breakpoint", messages.get("menu.exit-breakpoint", exit.exit()), true,
                    () -> actions.toggleBreakpoint(exit));
            item("exit-condition", messages.get("menu.exit-condition", exit.exit()), true,
                    () -> actions.editBreakpoint(exit));
        }
    }

    private void add() {
        if (place == null) {
            add.run();
        } else {
            PickAt.pick(bench, place);
        }
    }

    private void edge(ExitRef exit, boolean writable) {
        Edge edge = bench.view().graph().edge(exit);
        if (edge == null) {
            return;
        }
        if (place != null) {
            item("insert", writable, this::add);
            separator();
        }
        for (Box end : List.of(edge.from(), edge.to())) {
            item(end == edge.from() ? "source" : "target",
                    messages.get("menu.goTo", end.node().title().replace("_", "__")), true, () -> bench.show(end));
        }
        separator();
    }

    private void nodes(Selection selection, boolean writable) {
        boolean one = selection.nodes().size() == 1;
        boolean running = selection.nodes().stream().map(bench.document()::node)
                .anyMatch(node -> node != null && !node.isAnnotation());
        boolean groups = selection.nodes().stream().map(bench.document()::node)
                .anyMatch(node -> node != null && node.type().equals(Annotations.GROUP));
        boolean disabled = selection.nodes().stream().map(bench.document()::node)
                .allMatch(node -> node == null || node.disabled());
        if (one) {
            Box box = bench.view().graph().box(selection.nodes().first());
            if (box != null && bench.flowOf(box) != null) {
                item("open", true, () -> bench.open(box));
            }
            item("rename", writable, actions::rename);
            separator();
        }
        item("cut", writable, actions::cut);
        item("copy", true, actions::copy);
        item("paste", writable, actions::paste);
        item("duplicate", writable, actions::duplicate);
        item("delete", writable, actions::delete);
        separator();
        if (running) {
            NodeDocument only = one ? bench.document().node(selection.nodes().first()) : null;
            if (only != null && !selection.nodes().first().equals(bench.document().start())) {
                item("start", writable, actions::setStart);
            }
            item(disabled ? "enable" : "disable", writable, actions::toggleDisabled);
            item("breakpoint", true, actions::toggleBreakpoint);
            item("condition", one, () -> actions.editBreakpoint(null));
            separator();
        }
        item("tidy", writable, actions::tidy);
        item("group", writable, actions::group);
        if (groups) {
            item("ungroup", writable, actions::ungroup);
        }
        if (running) {
            item("extract", writable, actions::extract);
        }
    }

    private void item(String key, boolean enabled, Runnable run) {
        item(key, messages.get("menu." + key), enabled, run);
    }

    private void item(String key, String text, boolean enabled, Runnable run) {
        var item = new MenuItem(text);
        item.setId("canvas-menu-" + key);
        item.setDisable(!enabled);
        String action = ACTIONS.get(key);
        if (action != null) {
            item.setAccelerator(context.keys(action));
        }
        Pointer at = place;
        item.setOnAction(_ -> actions.at(at, run));
        getItems().add(item);
    }

    private void separator() {
        getItems().add(new SeparatorMenuItem());
    }
}
