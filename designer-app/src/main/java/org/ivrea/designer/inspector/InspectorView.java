package org.ivrea.designer.inspector;

import javafx.scene.layout.Region;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.edit.Selection;
import org.ivrea.designer.workspace.Analysis;
import org.ivrea.flow.json.JsonPointer;

/// The panel at the right of the canvas: shows what is selected, and edits it.
public final class InspectorView extends Region {

    public InspectorView(InspectorContext context) {
        setId("inspector");
        setAccessibleText(context.workspace().project().settings().name());
    }

    /// Shows what is selected in a flow. Called after each change of any of the three.
    public void show(FlowEditor editor, Selection selection, Analysis analysis) {
        setUserData(editor.flow() + selection + analysis.revision());
    }

    /// Puts the focus into the editor of a field, and makes it visible.
    ///
    /// @param pointer in the document, as problems have it; for a node that is not selected, nothing happens
    public void focusField(JsonPointer pointer) {
        setUserData(pointer);
    }
}
