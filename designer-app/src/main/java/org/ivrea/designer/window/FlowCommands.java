package org.ivrea.designer.window;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.workspace.Workspace;
import org.ivrea.flow.document.FlowDocument;

/// Makes, renames and deletes flows.
final class FlowCommands {
    private static final Messages TEXTS = Messages.of(FlowCommands.class);

    private final MainWindow window;
    private final Saves saves;

    FlowCommands(MainWindow window, Saves saves) {
        this.window = window;
        this.saves = saves;
    }

    void create() {
        window.session().ifPresent(session -> name(session.workspace(), TEXTS.get("flow.new"), "").ifPresent(flow -> {
            saves.await(session.workspace().createFlow(flow, FlowDocument.empty(title(flow))), () -> {}, () -> {});
            session.openFlow(flow);
        }));
    }

    /// `after-hours` is "After hours".
    private static String title(String flow) {
        String words = flow.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    void rename() {
        front((session, flow) -> name(session.workspace(), TEXTS.get("flow.rename"), flow).ifPresent(newName -> {
            if (!newName.equals(flow)) {
                saves.await(session.workspace().renameFlow(flow, newName), () -> {}, () -> {});
            }
        }));
    }

    void delete() {
        front((session, flow) -> {
            if (window.ask().choose(TEXTS.get("flow.delete.title", flow), TEXTS.get("flow.delete.text"),
                    List.of(TEXTS.get("flow.delete"))) == 0) {
                saves.await(session.workspace().deleteFlow(flow), () -> {}, () -> {});
            }
        });
    }

    private Optional<String> name(Workspace workspace, String title, String now) {
        return window.ask().text(title, TEXTS.get("flow.name"), now,
                name -> name.equals(now) && !now.isEmpty() ? null : workspace.objectionTo(name).orElse(null));
    }

    private interface OnFlow {
        void run(ProjectSession session, String flow);
    }

    private void front(OnFlow use) {
        window.session().ifPresent(session -> session.editor()
                .ifPresent(editor -> use.run(session, editor.flow())));
    }
}
