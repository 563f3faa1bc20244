package org.ivrea.designer.inspector.form;

import javafx.scene.Node;
import org.ivrea.designer.workspace.Analysis;
import org.ivrea.flow.json.JsonPointer;

/// What the inspector shows for one selection.
public interface Panel {

    Node view();

    /// The document, or what is known of it, has changed.
    void refresh(Analysis analysis);

    /// Puts the focus at a value.
    ///
    /// @param pointer in the document
    default void focus(JsonPointer pointer) {}
}
