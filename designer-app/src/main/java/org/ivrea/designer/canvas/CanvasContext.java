package org.ivrea.designer.canvas;

import java.util.Set;
import javafx.scene.input.KeyCombination;
import org.ivrea.designer.canvas.view.ViewOptions;
import org.ivrea.designer.edit.BoxSizes;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.edit.Selection;
import org.ivrea.engine.spec.NodeRegistry;
import org.jspecify.annotations.Nullable;

/// What a canvas needs of the window around it.
public interface CanvasContext {

    /// The node types that can be added.
    NodeRegistry registry();

    /// How the person likes canvases.
    default ViewOptions options() {
        return ViewOptions.USUAL;
    }

    /// The author wants to see another flow of the project.
    default void openFlow(String flow) {}

    /// The author wants to edit the fields of a node.
    default void editFields(String nodeId) {}

    default void toggleBreakpoint(String nodeId) {}

    /// Has calls stop behind an exit, or not any more.
    default void toggleBreakpoint(ExitRef exit) {}

    /// The author wants to write the condition of a breakpoint, which is set if it is not.
    ///
    /// @param exit `null` for the breakpoint before the node
    default void editBreakpoint(String nodeId, @Nullable String exit) {}

    /// The author wants the selected nodes laid out afresh, or all where none are.
    default void tidy(Selection selection) {}

    /// The author wants the nodes to be a flow of their own.
    default void extract(Set<String> nodes, BoxSizes sizes) {}

    /// The keys of one of the window's actions, such as `edit.cut`; `null` for none.
    default @Nullable KeyCombination keys(String action) {
        return null;
    }

    /// What is going on, in a few words; empty for nothing.
    default void status(String text) {}
}
