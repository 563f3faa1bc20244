package org.ivrea.designer.canvas;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.ivrea.designer.canvas.gesture.Workbench;
import org.ivrea.designer.edit.Annotations;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.edit.Selection;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.flow.document.NodeDocument;
import org.jspecify.annotations.Nullable;

/// The menu of the right mouse button: what can be done with what is selected.
final class CanvasMenu extends ContextMenu {
    private final Messages messages = Messages.of(CanvasMenu.class);
    private final Workbench bench;
    private final CanvasActions actions;
    private final Runnable add;

    CanvasMenu(Workbench bench, CanvasActions actions, Runnable add) {
        this.bench = bench;
        this.actions = actions;
        this.add = add;
        setId("canvas-menu");
    }

    /// Makes its entries those for what is selected now.
    ///
    /// @param exit at which the pointer is; `null` for none
    void prepare(@Nullable ExitRef exit) {
        getItems().clear();
        Selection selection = bench.editor().selection();
        boolean writable = !bench.isReadOnly();
        if (selection.isEmpty()) {
            item("add", writable, add);
            item("comment", writable, actions::addComment);
            item("paste", writable, actions::paste);
            separator();
            item("selectAll", true, actions::selectAll);
            item("fit", true, actions::zoomToFit);
        } else if (selection.nodes().isEmpty()) {
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

    private void nodes(Selection selection, boolean writable) {
        boolean one = selection.nodes().size() == 1;
        boolean running = selection.nodes().stream().map(bench.document()::node)
                .anyMatch(node -> node != null && !node.isAnnotation());
        boolean groups = selection.nodes().stream().map(bench.document()::node)
                .anyMatch(node -> node != null && node.type().equals(Annotations.GROUP));
        boolean disabled = selection.nodes().stream().map(bench.document()::node)
                .allMatch(node -> node == null || node.disabled());
        if (one) {
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
        item.setOnAction(_ -> run.run());
        getItems().add(item);
    }

    private void separator() {
        getItems().add(new SeparatorMenuItem());
    }
}
