package org.ivrea.designer.window;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.workspace.DiskConflict;
import org.ivrea.designer.workspace.SaveOutcome;
import org.ivrea.designer.workspace.Workspace;

/// Saves, and asks where saving would overwrite what somebody else wrote.
final class Saves {
    private static final Messages TEXTS = Messages.of(Saves.class);

    private final MainWindow window;

    Saves(MainWindow window) {
        this.window = window;
    }

    /// Saves the flow in front, and the settings, which have no tab of their own.
    void front() {
        window.session().ifPresent(session -> {
            Workspace workspace = session.workspace();
            if (workspace.settings().isDirty()) {
                await(workspace.saveSettings(), () -> {}, this::front);
            }
            session.editor().ifPresent(editor -> await(workspace.save(editor.flow()), () -> {}, this::front));
        });
    }

    /// Saves everything.
    ///
    /// @param then runs when everything is saved
    void all(Runnable then) {
        window.session().ifPresent(session -> await(session.workspace().saveAll(), then, () -> all(then)));
    }

    /// Waits for what is being saved.
    ///
    /// @param again saves once more, after the person decided
    void await(CompletableFuture<SaveOutcome> saving, Runnable then, Runnable again) {
        saving.thenAccept(outcome -> {
            switch (outcome) {
                case SaveOutcome.Saved _ -> {
                    window.saved();
                    then.run();
                }
                case SaveOutcome.Conflict(DiskConflict conflict) -> decide(conflict, again);
                case SaveOutcome.Failed(String message) -> window.ask().tell(TEXTS.get("save.failed"), message);
            }
        });
    }

    private void decide(DiskConflict conflict, Runnable again) {
        window.session().ifPresent(session -> {
            int choice = window.ask().choose(TEXTS.get("conflict.title", conflict.name()), conflict.reason(),
                    List.of(TEXTS.get("conflict.mine"), TEXTS.get("conflict.theirs")));
            if (choice == 0) {
                session.workspace().keepMine(conflict.name());
                again.run();
            } else if (choice == 1) {
                session.workspace().takeTheirs(conflict.name());
                session.flowsChanged();
            }
        });
    }
}
