package org.ivrea.designer.inspector.prompt;

import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.field.Formats;
import org.ivrea.designer.inspector.field.TypedEditor;
import org.ivrea.designer.inspector.form.FieldEditor;
import org.ivrea.designer.inspector.form.FieldRow;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.designer.inspector.text.ExpressionEditor;
import org.ivrea.designer.inspector.text.LocalizedEditor;
import org.ivrea.engine.expression.ValueType;
import org.ivrea.engine.node.Field.TextKind;
import org.ivrea.engine.node.Field.Unit;
import org.ivrea.engine.prompt.SayAs;
import org.ivrea.engine.spec.FieldKind;

/// The fields of an item of a prompt. The format of prompts is fixed, so that no node type declares them.
final class PartFields {
    private static final Messages TEXTS = Messages.of(PartFields.class);
    private static final FieldKind TEXT = new FieldKind.Text(TextKind.PLAIN, "");
    private static final FieldKind NUMBER = new FieldKind.WholeNumber(false);
    private static final FieldKind WAYS = new FieldKind.Choice(Arrays.stream(SayAs.values())
            .map(way -> new FieldKind.Choice.Constant(way.key(), way)).toList());

    private PartFields() {}

    static List<FieldRow> rows(Slot item, PromptPart part) {
        return switch (part) {
            case RECORDING -> List.of(row(text(item)),
                    row(new RecordingEditor(item.part("file", TEXTS.get("field.file"), TEXT, true))));
            case TEXT -> List.of(row(text(item)));
            case SAY -> List.of(
                    row(item.form().editorOf(item.part("say", TEXTS.get("field.say"), WAYS, true))),
                    row(typed(item.part("currency", TEXTS.get("field.currency"), TEXT, false), false)),
                    row(ExpressionEditor.expression(item.part("value", TEXTS.get("field.value"),
                            new FieldKind.Cel(ValueType.ANY), true), ValueType.ANY)));
            case SILENCE -> List.of(row(duration(item, "silenceMs")));
            case TONE -> List.of(
                    row(typed(item.part("toneHz", TEXTS.get("field.toneHz"), NUMBER, true, Unit.HERTZ), true)),
                    row(duration(item, "ms")));
            case UNKNOWN -> List.of();
        };
    }

    private static FieldEditor text(Slot item) {
        return new LocalizedEditor(item.part("text", TEXTS.get("field.text"), new FieldKind.Localized(), false));
    }

    private static FieldEditor duration(Slot item, String name) {
        return typed(item.part(name, TEXTS.get("field." + name), NUMBER, true, Unit.MILLISECONDS), true);
    }

    private static FieldEditor typed(Slot slot, boolean number) {
        return new TypedEditor(slot, number ? Formats.number(slot.spec()) : Formats.PLAIN, true);
    }

    private static FieldRow row(FieldEditor editor) {
        return new FieldRow(editor);
    }

    /// Small fields beside each other.
    static List<? extends Node> arranged(PromptPart part, List<FieldRow> rows) {
        rows.forEach(row -> HBox.setHgrow(row, Priority.ALWAYS));
        return switch (part) {
            case SAY -> List.of(new HBox(8, rows.get(0), rows.get(1)), rows.get(2));
            case TONE -> List.of(new HBox(8, rows.get(0), rows.get(1)));
            case RECORDING, TEXT -> {
                rows.getFirst().withoutHeader();
                yield rows;
            }
            case SILENCE, UNKNOWN -> rows;
        };
    }
}
