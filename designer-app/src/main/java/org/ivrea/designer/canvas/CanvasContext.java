package org.ivrea.designer.canvas;

import org.ivrea.designer.edit.Selection;
import org.ivrea.engine.spec.NodeRegistry;

/// What a canvas needs of the window around it.
public interface CanvasContext {

    /// The node types that can be added.
    NodeRegistry registry();

    /// The author wants to see another flow of the project.
    default void openFlow(String flow) {}

    /// The author wants to edit the fields of a node.
    default void editFields(String nodeId) {}

    default void toggleBreakpoint(String nodeId) {}

    /// The author wants the selected nodes laid out afresh, or all where none are.
    default void tidy(Selection selection) {}

    /// What is going on, in a few words; empty for nothing.
    default void status(String text) {}
}
