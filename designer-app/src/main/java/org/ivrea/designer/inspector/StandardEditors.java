package org.ivrea.designer.inspector;

import org.ivrea.designer.inspector.field.ChoiceEditor;
import org.ivrea.designer.inspector.field.DateEditor;
import org.ivrea.designer.inspector.field.ExitEditor;
import org.ivrea.designer.inspector.field.FlagEditor;
import org.ivrea.designer.inspector.field.FlowEditorField;
import org.ivrea.designer.inspector.field.Formats;
import org.ivrea.designer.inspector.field.KeysEditor;
import org.ivrea.designer.inspector.field.ResourceEditor;
import org.ivrea.designer.inspector.field.TagEditor;
import org.ivrea.designer.inspector.field.TextAreaEditor;
import org.ivrea.designer.inspector.field.TypedEditor;
import org.ivrea.designer.inspector.field.VariableEditor;
import org.ivrea.designer.inspector.form.EditorFactory;
import org.ivrea.designer.inspector.form.FieldEditor;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.designer.inspector.list.DaysEditor;
import org.ivrea.designer.inspector.list.ListEditor;
import org.ivrea.designer.inspector.list.MapEditor;
import org.ivrea.designer.inspector.list.ResultsEditor;
import org.ivrea.designer.inspector.list.StructureEditor;
import org.ivrea.designer.inspector.prompt.PromptEditor;
import org.ivrea.designer.inspector.schedule.WeekEditor;
import org.ivrea.designer.inspector.text.ExpressionEditor;
import org.ivrea.designer.inspector.text.LocalizedEditor;
import org.ivrea.engine.node.Field.TextKind;
import org.ivrea.engine.node.FlowCall;
import org.ivrea.engine.spec.FieldKind;

/// One editor for each kind of field.
final class StandardEditors implements EditorFactory {
    @Override
    public FieldEditor editor(Slot slot) {
        return switch (slot.kind()) {
            case FieldKind.WholeNumber _,FieldKind.Decimal _ ->
                new TypedEditor(slot, Formats.number(slot.spec()), true);
            case FieldKind.Flag _ -> new FlagEditor(slot);
            case FieldKind.Text(TextKind text, String resource) -> resource.isEmpty()
                    ? text(slot, text)
                    : new ResourceEditor(slot, resource);
            case FieldKind.Choice choice -> new ChoiceEditor(slot, choice);
            case FieldKind.Cel(var result) -> ExpressionEditor.expression(slot, result);
            case FieldKind.TemplateText _ -> ExpressionEditor.template(slot);
            case FieldKind.Localized _ -> new LocalizedEditor(slot);
            case FieldKind.PromptList _ -> new PromptEditor(slot);
            case FieldKind.Variable _ -> new VariableEditor(slot);
            case FieldKind.Flow _ -> new FlowEditorField(slot);
            case FieldKind.Structure(var type) -> new StructureEditor(slot, type);
            case FieldKind.ListOf(FieldKind item) -> list(slot, item);
            case FieldKind.MapOf(FieldKind value) -> new MapEditor(slot, value);
        };
    }

    private static FieldEditor text(Slot slot, TextKind text) {
        return switch (text) {
            case PLAIN -> new TypedEditor(slot, Formats.PLAIN, false);
            case MULTILINE -> new TextAreaEditor(slot);
            case KEYS -> new KeysEditor(slot);
            case PATTERN -> {
                var editor = new TypedEditor(slot, Formats.PLAIN, false);
                editor.field().getStyleClass().add("inspector-mono");
                yield editor;
            }
            case LANGUAGE -> TagEditor.language(slot);
            case EXIT -> slot.pointer().tokens().size() == 1 ? TagEditor.exitOfFlow(slot) : new ExitEditor(slot);
            case TIME_ZONE -> TagEditor.timeZone(slot);
            case DATE -> new DateEditor(slot);
            case TIME_OF_DAY -> new TypedEditor(slot, Formats.TIME_OF_DAY, true);
        };
    }

    private static FieldEditor list(Slot slot, FieldKind item) {
        if (item instanceof FieldKind.Choice choice) {
            return new DaysEditor(slot, choice);
        }
        if (WeekEditor.fits(item)) {
            return new WeekEditor(slot, item);
        }
        boolean results = FlowCall.class.isAssignableFrom(slot.form().spec().record().type())
                && item instanceof FieldKind.Text(TextKind text, String _) && text == TextKind.EXIT;
        return results ? new ResultsEditor(slot, item) : new ListEditor(slot, item);
    }
}
