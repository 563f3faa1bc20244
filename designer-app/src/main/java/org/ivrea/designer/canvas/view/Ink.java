package org.ivrea.designer.canvas.view;

import java.util.Locale;
import org.ivrea.designer.presentation.NodePresentation;

/// The colours with which the canvas paints. The style sheet sets them, so that they follow the theme.
enum Ink {
    GRID, EDGE, ACTIVE, LIVE, WARNING, DANGER, BOX, BORDER, TEXT, MUTED, TALK, DECIDE, CONNECT, STRUCTURE, NOTE_YELLOW, NOTE_GREEN, NOTE_BLUE, NOTE_PURPLE, NOTE_RED, NOTE_GRAY;

    /// The name of the property in the style sheet.
    String property() {
        return "-ink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The colour of a node's group, or of a comment.
    static Ink of(NodePresentation node) {
        if (node.shade() != null) {
            return valueOf("NOTE_" + node.shade().name());
        }
        return valueOf(node.group().name());
    }
}
