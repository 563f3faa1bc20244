package org.ivrea.designer.window;

import java.util.concurrent.Callable;
import org.ivrea.designer.canvas.FlowCanvas;
import org.ivrea.designer.edit.Edit;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.edit.Selection;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.layout.PresentedBoxes;
import org.ivrea.designer.layout.Tidy;
import org.ivrea.designer.layout.TidyProgress;
import org.ivrea.flow.document.FlowDocument;

/// Lays out a flow in the background. An edit that was made in the meantime wins: then nothing is moved.
final class Tidying {
    private static final Messages TEXTS = Messages.of(Tidying.class);

    private final BackgroundWork background;
    private final SessionFrame frame;

    Tidying(BackgroundWork background, SessionFrame frame) {
        this.background = background;
        this.frame = frame;
    }

    /// @param selection what to lay out; everything where no node is selected
    void run(FlowCanvas canvas, Selection selection) {
        FlowEditor editor = canvas.editor();
        FlowDocument flow = editor.document();
        var boxes = new PresentedBoxes(canvas.presentations().nodes());
        var progress = new TidyProgress() {
            @Override
            public void done(double fraction) {
                // The status bar shows that it goes on, not how far it is: nobody can tell with layouts.
            }

            @Override
            public boolean isCancelled() {
                return Thread.currentThread().isInterrupted();
            }
        };
        Callable<Edit> work = () -> selection.nodes().isEmpty()
                ? Tidy.all(flow, boxes, progress)
                : Tidy.selected(flow, selection.nodes(), boxes, progress);
        background.run(TEXTS.get("tidying", editor.flow()), work, edit -> {
            if (editor.document() == flow) {
                editor.apply(edit);
                if (selection.nodes().isEmpty()) {
                    canvas.fit();
                }
            } else {
                frame.status(TEXTS.get("tidying.late"));
            }
        }, failure -> frame.status(String.valueOf(failure.getMessage())));
    }
}
