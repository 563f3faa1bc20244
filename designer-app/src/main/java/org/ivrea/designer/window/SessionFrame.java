package org.ivrea.designer.window;

import javafx.scene.input.KeyCombination;
import org.ivrea.designer.settings.Preferences;
import org.jspecify.annotations.Nullable;

/// What an open project needs of the window that it is in.
interface SessionFrame {

    /// Something changed that menus, title or status bar show.
    void refresh();

    /// What is going on, in a few words; empty for nothing.
    void status(String text);

    /// Does what can wait until the window is drawn.
    void afterDrawing(Runnable piece);

    Ask ask();

    Preferences preferences();

    /// Runs an action, by its id.
    void run(String action);

    /// The keys of an action, by its id; `null` for none.
    @Nullable
    KeyCombination keys(String action);

    /// Opens the description of a node type.
    void openHelp(String nodeType, @Nullable String field);
}
