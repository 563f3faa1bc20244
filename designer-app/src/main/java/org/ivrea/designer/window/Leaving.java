package org.ivrea.designer.window;

import java.util.List;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.workspace.Workspace;

/// Makes sure that nothing unsaved is lost without the person having said so, before a project is left.
final class Leaving {
    private static final Messages TEXTS = Messages.of(Leaving.class);

    private final MainWindow window;

    Leaving(MainWindow window) {
        this.window = window;
    }

    /// @param then runs when the project can be left; not at all when the person wants to stay
    void ask(Runnable then) {
        Workspace workspace = window.session().map(ProjectSession::workspace).orElse(null);
        if (workspace == null || !workspace.isDirty() || workspace.isReadOnly()) {
            then.run();
            return;
        }
        switch (window.ask().choose(TEXTS.get("leave.title", workspace.project().settings().name()),
                TEXTS.get("leave.text"), List.of(TEXTS.get("leave.save"), TEXTS.get("leave.discard")))) {
            case 0 -> new Saves(window).all(then);
            case 1 -> then.run();
            default -> {
            }
        }
    }
}
