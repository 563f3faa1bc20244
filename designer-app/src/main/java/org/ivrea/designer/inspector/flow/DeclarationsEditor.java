package org.ivrea.designer.inspector.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ivrea.designer.edit.Declarations;
import org.ivrea.designer.edit.Declarations.Scope;
import org.ivrea.designer.edit.Edit;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Marks;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.VariableDeclaration;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// The variables, inputs or outputs of a flow.
final class DeclarationsEditor extends VBox {
    private static final Messages TEXTS = Messages.of(DeclarationsEditor.class);

    private final FlowEditor editor;
    private final Scope scope;
    private final VBox list = new VBox(4);
    private final VBox messages = new VBox(2);
    private final Map<String, DeclarationRow> rows = new LinkedHashMap<>();

    DeclarationsEditor(FlowEditor editor, Scope scope) {
        this.editor = editor;
        this.scope = scope;
        getStyleClass().add("inspector-row");
        setId("declarations-" + key());
        var title = new Label(TEXTS.get("declarations." + key()));
        title.getStyleClass().add("inspector-label");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Hyperlink add = Labels.link(TEXTS.get("add"), this::add);
        add.setId("add-" + key());
        add.setAccessibleText(TEXTS.get("addTo", title.getText()));
        var header = new HBox(4, title, gap, add);
        header.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(header, list, messages);
    }

    String key() {
        return scope.name().toLowerCase(Locale.ROOT);
    }

    private SequencedMap<String, VariableDeclaration> declared() {
        return scope.of(editor.document());
    }

    void refresh() {
        SequencedMap<String, VariableDeclaration> declared = declared();
        if (!List.copyOf(rows.keySet()).equals(List.copyOf(declared.keySet()))) {
            Map<String, DeclarationRow> ordered = new LinkedHashMap<>();
            declared.forEach((name, declaration) -> {
                DeclarationRow row = rows.get(name);
                ordered.put(name, row == null ? new DeclarationRow(this, name, declaration) : row);
            });
            rows.clear();
            rows.putAll(ordered);
            list.getChildren().setAll(rows.isEmpty() ? List.of(Labels.muted(TEXTS.get("none"))) : rows.values());
        } else if (rows.isEmpty() && list.getChildren().isEmpty()) {
            list.getChildren().setAll(Labels.muted(TEXTS.get("none")));
        }
        declared.forEach((name, declaration) -> {
            DeclarationRow row = rows.get(name);
            if (row != null) {
                row.refresh(declaration);
            }
        });
    }

    void show(List<Problem> problems) {
        JsonPointer at = JsonPointer.ROOT.child(key());
        List<Problem> own = problems.stream().filter(problem -> problem.pointer().isWithin(at)).toList();
        messages.getChildren().setAll(own.stream().map(Marks::message).toList());
        messages.setManaged(!own.isEmpty());
    }

    boolean focus(List<String> tokens) {
        if (!tokens.getFirst().equals(key()) || rows.isEmpty()) {
            return false;
        }
        DeclarationRow row = tokens.size() > 1 ? rows.get(tokens.get(1)) : null;
        if (row == null) {
            rows.values().iterator().next().focusName();
        } else if (tokens.size() > 2 && tokens.get(2).equals("initial")) {
            row.focusInitial();
        } else {
            row.focusName();
        }
        return true;
    }

    private void add() {
        String name = scope == Scope.INPUTS ? "input" : scope == Scope.OUTPUTS ? "output" : "variable";
        String free = name;
        for (int number = 2; taken(free); number++) {
            free = name + number;
        }
        editor.seal();
        editor.apply(Declarations.declare(scope, free, VariableDeclaration.of("string")));
        editor.seal();
        refresh();
        DeclarationRow row = rows.get(free);
        if (row != null) {
            row.focusName();
        }
    }

    private boolean taken(String name) {
        FlowDocument flow = editor.document();
        return flow.variables().containsKey(name) || flow.inputs().containsKey(name)
                || flow.outputs().containsKey(name);
    }

    @Nullable
    String objection(String name) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]{0,63}")) {
            return TEXTS.get("variable.rule");
        }
        return taken(name) ? TEXTS.get("variable.taken", name) : null;
    }

    void declare(String name, VariableDeclaration declaration, boolean alone) {
        if (alone) {
            editor.seal();
        }
        editor.apply(Declarations.declare(scope, name, declaration));
        if (alone) {
            editor.seal();
        }
    }

    void move(String name, int by) {
        int index = new ArrayList<>(declared().keySet()).indexOf(name) + by;
        if (index >= 0 && index < declared().size()) {
            editor.apply(Declarations.reorder(scope, name, index));
        }
    }

    void remove(String name) {
        editor.apply(Declarations.remove(scope, name));
    }

    void rename(String name, String newName) {
        SequencedMap<String, VariableDeclaration> renamed = new LinkedHashMap<>();
        declared().forEach((key, declaration) -> renamed.put(key.equals(name) ? newName : key, declaration));
        editor.apply(Edit.of(TEXTS.get("variable.rename", name, newName), flow -> switch (scope) {
            case INPUTS -> flow.withInputs(renamed);
            case OUTPUTS -> flow.withOutputs(renamed);
            case VARIABLES -> flow.withVariables(renamed);
        }));
    }
}
