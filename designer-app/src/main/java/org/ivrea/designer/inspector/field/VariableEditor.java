package org.ivrea.designer.inspector.field;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import javafx.scene.Node;
import org.ivrea.designer.edit.Declarations;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.designer.inspector.form.Suggestion;
import org.ivrea.flow.document.VariableDeclaration;
import org.ivrea.flow.json.Json;

/// The name of a variable that is set. One that is not there yet can be declared at once.
public final class VariableEditor extends SuggestEditor {
    private static final Messages TEXTS = Messages.of(VariableEditor.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");

    public VariableEditor(Slot slot) {
        super(slot, new TextFormat() {
            @Override
            public String text(Json value) {
                return Formats.plain(value);
            }

            @Override
            public Typed typed(String text) {
                String name = text.strip();
                if (name.isEmpty()) {
                    return new Typed.Nothing();
                }
                return NAME.matcher(name).matches()
                        ? new Typed.Value(Json.of(name))
                        : new Typed.Wrong(TEXTS.get("variable.wrong"));
            }
        });
        field().getStyleClass().add("inspector-mono");
    }

    @Override
    protected List<Suggestion> suggestions() {
        List<Suggestion> names = new ArrayList<>();
        for (Declarations.Scope scope : List.of(Declarations.Scope.VARIABLES, Declarations.Scope.OUTPUTS,
                Declarations.Scope.INPUTS)) {
            SequencedMap<String, VariableDeclaration> declared = scope.of(slot().form().flow());
            declared.forEach((name, declaration) -> names.add(new Suggestion(name, declaration.type(),
                    declaration.description() == null ? "" : declaration.description())));
        }
        return names;
    }

    @Override
    protected List<Node> hint() {
        String name = field().getText().strip();
        if (!NAME.matcher(name).matches()
                || suggestions().stream().anyMatch(known -> known.text().equals(name))) {
            return List.of();
        }
        return List.of(Labels.muted(TEXTS.get("variable.undeclared", name)),
                Labels.link(TEXTS.get("variable.declare"), () -> declare(name)));
    }

    private void declare(String name) {
        slot().form().applyAlone(Declarations.declare(Declarations.Scope.VARIABLES, name,
                VariableDeclaration.of("any")));
        refreshHint();
        begin();
        field().requestFocus();
    }
}
