package org.ivrea.designer.inspector.text;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.Defaults;
import org.ivrea.designer.inspector.form.FieldEditor;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Marks;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.expression.Scope;
import org.ivrea.engine.expression.ValueType;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.problem.Severity;
import org.jspecify.annotations.Nullable;

/// An expression, or a text with expressions in `${…}`.
public final class ExpressionEditor extends FieldEditor {
    private static final Messages TEXTS = Messages.of(ExpressionEditor.class);
    /// The code of problems that the field finds itself, and sooner.
    private static final String OWN_PROBLEM = "expression";

    private final @Nullable ValueType expected;
    private final CodeField code;
    private final Label type = Labels.muted("");
    private final VBox messages = new VBox(2);
    private final VBox view;
    private final Checker checker = new Checker();
    private @Nullable Scope checkedIn;
    private @Nullable String checkedText;

    private ExpressionEditor(Slot slot, @Nullable ValueType expected, boolean manyLines) {
        super(slot);
        this.expected = expected;
        code = new CodeField("field-" + Labels.id(slot.pointer().toString()), expected == null, manyLines,
                this::scope);
        code.onTyped(text -> {
            slot.typeText(text);
            check();
        });
        code.prompt(Defaults.words(slot.spec()));
        view = new VBox(3, code);
        type.setWrapText(false);
        type.getStyleClass().add("inspector-type");
        type.setText(expected == null ? TEXTS.get("template") : words(expected));
    }

    @Override
    public void prompt(String text) {
        if (Defaults.words(slot().spec()).isEmpty()) {
            code.prompt(text);
        }
    }

    public static ExpressionEditor expression(Slot slot, ValueType expected) {
        return new ExpressionEditor(slot, expected, false);
    }

    public static ExpressionEditor template(Slot slot) {
        return new ExpressionEditor(slot, null, slot.spec().max() > 4_000);
    }

    private @Nullable Scope scope() {
        CompiledFlow compiled = slot().form().compiled();
        return compiled == null ? null : compiled.scope();
    }

    private static String words(ValueType type) {
        return type == ValueType.ANY ? TEXTS.get("expression") : TEXTS.get("expression.of", Labels.words(type.key()));
    }

    private void check() {
        Scope scope = scope();
        String text = code.text();
        if (scope == null || scope == checkedIn && text.equals(checkedText)) {
            return;
        }
        checkedIn = scope;
        checkedText = text;
        if (text.isEmpty()) {
            checker.cancel();
            show(new Checked(List.of(), null));
            return;
        }
        ValueType wanted = expected;
        checker.check(() -> wanted == null ? Checked.template(text, scope) : Checked.expression(text, wanted, scope),
                this::show);
    }

    private void show(Checked checked) {
        code.problems(checked.problems());
        messages.getChildren().setAll(checked.problems().stream()
                .map(problem -> Marks.message(Severity.ERROR,
                        TEXTS.get("problem", problem.offset() + 1, problem.message())))
                .toList());
        if (checked.problems().isEmpty()) {
            view.getChildren().remove(messages);
        } else if (!view.getChildren().contains(messages)) {
            view.getChildren().add(messages);
        }
        Marks.mark(code, checked.problems().isEmpty() ? List.of() : List.of(Severity.ERROR));
        if (expected != null) {
            ValueType found = checked.type();
            type.setText(found == null || found == expected || found == ValueType.ANY
                    ? words(expected)
                    : TEXTS.get("expression.of", Labels.words(found.key())));
        }
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node control() {
        return code.area();
    }

    @Override
    public Node marked() {
        return view;
    }

    @Override
    public @Nullable Node accessory() {
        return type;
    }

    @Override
    public void refresh() {
        Json value = slot().value();
        String text = value == null ? "" : value.asText() == null ? value.toString() : value.asText();
        code.show(text);
        check();
    }

    @Override
    public List<Problem> show(List<Problem> problems) {
        check();
        return problems.stream().filter(problem -> !problem.code().equals(OWN_PROBLEM)).toList();
    }

    @Override
    public void focus(JsonPointer pointer) {
        code.area().requestFocus();
    }
}
