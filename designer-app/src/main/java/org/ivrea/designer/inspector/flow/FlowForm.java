package org.ivrea.designer.inspector.flow;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.Separator;
import javafx.scene.layout.VBox;
import org.ivrea.designer.edit.Declarations;
import org.ivrea.designer.edit.Declarations.Scope;
import org.ivrea.designer.edit.Edit;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.edit.Nodes;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.Marks;
import org.ivrea.designer.inspector.form.Surroundings;
import org.ivrea.designer.workspace.Analysis;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// The settings of a flow.
final class FlowForm extends VBox {
    private static final Messages TEXTS = Messages.of(FlowForm.class);

    private final FlowEditor editor;
    private final PlainRow name;
    private final PlainRow description;
    private final PlainRow start;
    private final PlainRow hangup;
    private final PlainRow error;
    private final List<DeclarationsEditor> declarations;
    private final NameList exits;
    private final VBox messages = new VBox(3);

    FlowForm(Surroundings around, FlowEditor editor) {
        this.editor = editor;
        getStyleClass().add("inspector-form");
        name = PlainRow.text("flow-name", TEXTS.get("flow.name"), () -> flow().name(),
                text -> editor.apply(Declarations.name(text)));
        description = PlainRow.area("flow-description", TEXTS.get("flow.description"), 3,
                () -> Objects.requireNonNullElse(flow().description(), ""),
                text -> editor.apply(Declarations.description(text)));
        start = node("flow-start", "flow.start", () -> flow().start(), id -> id == null
                ? Edit.of(TEXTS.get("flow.start.edit"), flow -> flow.withStart(null))
                : Nodes.start(flow(), id));
        hangup = node("flow-hangup", "flow.hangup", () -> flow().handlers().hangup(), Declarations::hangupHandler);
        error = node("flow-error", "flow.error", () -> flow().handlers().error(), Declarations::errorHandler);
        declarations = List.of(new DeclarationsEditor(editor, Scope.VARIABLES),
                new DeclarationsEditor(editor, Scope.INPUTS), new DeclarationsEditor(editor, Scope.OUTPUTS));
        exits = new NameList("flow-exits", TEXTS.get("flow.exits"), () -> flow().exits(), names -> {
            editor.apply(Declarations.exits(names));
            editor.seal();
        }, text -> text.matches("[a-zA-Z][a-zA-Z0-9-]{0,63}") ? null : TEXTS.get("exit.rule"))
                .onRename((exit, newName) -> around.workspace().renameExit(editor.flow(), exit, newName));
        getChildren().addAll(messages, name, description, start, hangup, error, new Separator());
        getChildren().addAll(declarations);
        getChildren().add(exits);
    }

    private FlowDocument flow() {
        return editor.document();
    }

    private PlainRow node(String id, String key, Supplier<@Nullable String> get,
            Function<@Nullable String, Edit> edit) {
        return PlainRow.choice(id, TEXTS.get(key), () -> NodeNames.idsOrNone(flow()),
                node -> NodeNames.words(flow(), node, TEXTS.get("flow.none")),
                () -> Objects.requireNonNullElse(get.get(), ""),
                chosen -> editor.apply(edit.apply(chosen == null || chosen.isEmpty() ? null : chosen)));
    }

    void refresh(Analysis analysis) {
        List.of(name, description, start, hangup, error).forEach(PlainRow::refresh);
        List<Problem> problems = analysis.problemsOf(editor.flow());
        declarations.forEach(list -> {
            list.refresh();
            list.show(problems);
        });
        exits.refresh();
        List<Problem> own = problems.stream().filter(problem -> {
            List<String> tokens = problem.pointer().tokens();
            return tokens.isEmpty()
                    || !List.of("nodes", "variables", "inputs", "outputs").contains(tokens.getFirst());
        }).toList();
        messages.getChildren().setAll(own.stream().map(Marks::message).toList());
        messages.setManaged(!own.isEmpty());
    }

    void focus(List<String> tokens) {
        if (tokens.isEmpty()) {
            name.control().requestFocus();
            return;
        }
        for (DeclarationsEditor list : declarations) {
            if (list.focus(tokens)) {
                return;
            }
        }
        switch (tokens.getFirst()) {
            case "description" -> description.control().requestFocus();
            case "start" -> start.control().requestFocus();
            case "handlers" -> (tokens.contains("error") ? error : hangup).control().requestFocus();
            case "exits" -> exits.focus();
            default -> name.control().requestFocus();
        }
    }
}
