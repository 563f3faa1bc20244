package org.ivrea.designer.canvas.gesture;

import java.util.function.Consumer;
import org.ivrea.designer.canvas.model.Box;
import org.ivrea.designer.canvas.view.GraphView;
import org.ivrea.designer.edit.BoxSize;
import org.ivrea.designer.edit.BoxSizes;
import org.ivrea.designer.edit.Edit;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.presentation.BoxMetrics;
import org.ivrea.designer.presentation.NodePresentation;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;

/// What gestures work on, and the little windows that they open.
public interface Workbench {
    FlowEditor editor();

    GraphView view();

    boolean isReadOnly();

    /// Lets the author choose a node type.
    ///
    /// @param closed runs when the choice is over, made or not
    void pick(double viewX, double viewY, Consumer<NodeDocument> chosen, Runnable closed);

    /// Adds a node beside the one selected node and wired to it, or else in the middle of what is seen.
    void addBeside(NodeDocument node);

    /// Opens what is behind a box: the flow that it calls, or its title to be edited.
    void open(Box box);

    /// What the box of a node would show that is not in the flow.
    NodePresentation preview(NodeDocument node);

    /// The menus' commands, which keys give as well.
    Commands commands();

    /// What is going on; empty for nothing.
    void status(String text);

    default FlowDocument document() {
        return editor().document();
    }

    default void apply(Edit edit) {
        if (!isReadOnly()) {
            editor().apply(edit);
        }
    }

    /// The sizes of the boxes as they are shown.
    default BoxSizes sizes() {
        return (id, _) -> {
            Box box = view().graph().box(id);
            return box == null
                    ? new BoxSize((int) BoxMetrics.WIDTH, (int) BoxMetrics.HEADER)
                    : new BoxSize((int) Math.ceil(box.bounds().width()), (int) Math.ceil(box.bounds().height()));
        };
    }
}
