package org.ivrea.designer.window;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The parts of the window in the order in which the keyboard goes from one to the next.
final class PanelRing {
    private final List<? extends Region> panels;
    private final FlowTabs flows;

    PanelRing(List<? extends Region> panels, FlowTabs flows) {
        this.panels = panels;
        this.flows = flows;
    }

    /// Gives the focus to the next panel that is open, or to the one before.
    ///
    /// @param by 1 or -1
    void step(int by) {
        int at = current();
        for (int i = 1; i <= panels.size(); i++) {
            Region panel = panels.get(Math.floorMod(at + i * by, panels.size()));
            if (panel.getScene() != null && focus(panel)) {
                return;
            }
        }
    }

    /// The one that has the focus; the drawing when none has.
    private int current() {
        Node owner = flows.getScene() == null ? null : flows.getScene().getFocusOwner();
        for (int i = 0; i < panels.size(); i++) {
            for (Node node = owner; node != null; node = node.getParent()) {
                if (node == panels.get(i)) {
                    return i;
                }
            }
        }
        return panels.indexOf(flows);
    }

    private boolean focus(Region panel) {
        if (panel == flows && flows.canvas().isPresent()) {
            flows.focusFront();
            return true;
        }
        Node target = firstIn(content(panel));
        if (target != null) {
            target.requestFocus();
        }
        return target != null;
    }

    /// What is in front, without the tabs above it.
    private static Node content(Region panel) {
        if (panel instanceof SidePanel side) {
            return side.content();
        }
        Tab front = panel instanceof TabPane tabs ? tabs.getSelectionModel().getSelectedItem() : null;
        return front == null || front.getContent() == null ? panel : front.getContent();
    }

    private static @Nullable Node firstIn(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return null;
        }
        if (node.isFocusTraversable()) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = firstIn(child);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
