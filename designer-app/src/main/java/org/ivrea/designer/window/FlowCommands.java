package org.ivrea.designer.window;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ivrea.designer.edit.Nodes;
import org.ivrea.designer.edit.Selection;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.workspace.FlowUse;
import org.ivrea.designer.workspace.Workspace;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;

/// Makes, renames and deletes flows.
final class FlowCommands {
    private static final Messages TEXTS = Messages.of(FlowCommands.class);

    private static final int MOST_NAMED = 4;

    private final MainWindow window;
    private final Saves saves;

    FlowCommands(MainWindow window, Saves saves) {
        this.window = window;
        this.saves = saves;
    }

    void create() {
        window.session().ifPresent(session -> name(session.workspace(), TEXTS.get("flow.new"), "").ifPresent(flow -> {
            saves.await(session.workspace().createFlow(flow, FlowDocument.empty(Extracting.title(flow))),
                    () -> session.openFlow(flow), () -> {});
        }));
    }

    void rename() {
        front((session, flow) -> name(session.workspace(), TEXTS.get("flow.rename"), flow).ifPresent(newName -> {
            if (!newName.equals(flow)) {
                int uses = session.workspace().usesOf(flow).size();
                saves.await(session.workspace().renameFlow(flow, newName), () -> {
                    if (uses > 0) {
                        window.status(TEXTS.get("flow.rename.followed", uses, newName));
                    }
                }, () -> {});
            }
        }));
    }

    void delete() {
        front((session, flow) -> {
            List<FlowUse> uses = session.workspace().usesOf(flow);
            String title = TEXTS.get("flow.delete.title", flow);
            int choice = uses.isEmpty()
                    ? window.ask().choose(title, TEXTS.get("flow.delete.text"), List.of(TEXTS.get("flow.delete")))
                    : window.ask().choose(title, TEXTS.get("flow.delete.used", uses.size(), places(session, uses)),
                            List.of(TEXTS.get("flow.delete.calls"), TEXTS.get("flow.delete.only")));
            if (choice < 0) {
                return;
            }
            saves.await(session.workspace().deleteFlow(flow), () -> {
                if (choice == 0) {
                    deleteCalls(session.workspace(), uses);
                }
            }, () -> {});
        });
    }

    private static String places(ProjectSession session, List<FlowUse> uses) {
        String some = uses.stream().limit(MOST_NAMED).map(use -> {
            String label = session.workspace().editor(use.flow()).map(it -> it.document().node(use.node()))
                    .map(NodeDocument::label).orElse(use.node());
            return use.flow() + " · " + label;
        }).collect(Collectors.joining(", "));
        return uses.size() > MOST_NAMED ? some + "…" : some;
    }

    /// Nodes that would call what is not there any more: one step of undo in each flow.
    private static void deleteCalls(Workspace workspace, List<FlowUse> uses) {
        uses.stream().collect(Collectors.groupingBy(FlowUse::flow, Collectors.mapping(FlowUse::node,
                Collectors.toSet()))).forEach((flow, nodes) -> workspace.editor(flow).ifPresent(editor -> {
                    editor.seal();
                    editor.apply(Nodes.delete(editor.document(), Selection.ofNodes(nodes)));
                }));
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
