package org.ivrea.designer.workspace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.ivrea.designer.edit.Edit;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.edit.FlowState;
import org.ivrea.flow.document.FlowDocument;

/// One edit of several flows, and of what goes with it. Undone in one flow, it is undone in the others as well, as far
/// as they have not been edited since; and redone with it.
final class JointEdit {

    private record Part(FlowEditor editor, FlowDocument before, FlowDocument after) {}

    private final List<Part> parts = new ArrayList<>();
    private final Runnable undone;
    private final Runnable redone;
    private boolean following;

    private JointEdit(Runnable undone, Runnable redone) {
        this.undone = undone;
        this.redone = redone;
    }

    /// @param undone runs once when the edit is undone, in whichever flow
    /// @param redone the same for redo
    static void apply(Collection<FlowEditor> editors, Function<FlowEditor, Edit> edit, Runnable undone,
            Runnable redone) {
        var joint = new JointEdit(undone, redone);
        for (FlowEditor editor : List.copyOf(editors)) {
            FlowDocument before = editor.document();
            editor.seal();
            editor.apply(edit.apply(editor));
            editor.seal();
            if (editor.document() != before) {
                joint.parts.add(new Part(editor, before, editor.document()));
            }
        }
        joint.parts.forEach(part -> part.editor.addListener((was, now) -> joint.follow(part, was, now)));
    }

    private void follow(Part first, FlowState was, FlowState now) {
        boolean undo = was.document() == first.after && now.document() == first.before;
        boolean redo = was.document() == first.before && now.document() == first.after;
        if (following || !undo && !redo) {
            return;
        }
        following = true;
        try {
            for (Part part : parts) {
                if (undo && part.editor.document() == part.after) {
                    part.editor.undo();
                } else if (redo && part.editor.document() == part.before) {
                    part.editor.redo();
                }
            }
            (undo ? undone : redone).run();
        } finally {
            following = false;
        }
    }
}
