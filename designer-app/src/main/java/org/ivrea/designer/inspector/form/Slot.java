package org.ivrea.designer.inspector.form;

import org.ivrea.designer.edit.Edit;
import org.ivrea.designer.edit.Fields;
import org.ivrea.engine.node.Field.Unit;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.engine.spec.FieldSpec;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.jspecify.annotations.Nullable;

/// A place in a node whose value an editor shows and changes.
///
/// @param pointer relative to the node
/// @param spec    what belongs there
/// @param isItem  true for an item of a list, which is never left out
public record Slot(FormContext form, JsonPointer pointer, FieldSpec spec, boolean isItem) {

    public static Slot of(FormContext form, FieldSpec field) {
        return new Slot(form, JsonPointer.ROOT.child(field.name()), field, false);
    }

    public FieldKind kind() {
        return spec.kind();
    }

    /// A field of the object that stands here.
    public Slot member(FieldSpec field) {
        return new Slot(form, pointer.child(field.name()), field, false);
    }

    /// A value in a map.
    ///
    /// @param keeps whether it stays when it is left empty
    public Slot entry(String name, FieldKind kind, boolean keeps) {
        return new Slot(form, pointer.child(name), PlainSpec.of(spec.name(), name, kind, keeps, Unit.NONE), keeps);
    }

    /// An item of the list that stands here, or of the default one.
    public Slot item(int index, FieldKind kind) {
        Json byDefault = value() == null && spec.defaultValue() instanceof Json.Arr(var items) && index < items.size()
                ? items.get(index)
                : null;
        return new Slot(form, pointer.child(index),
                PlainSpec.of(spec.name(), spec.label(), kind, byDefault, true, Unit.NONE), true);
    }

    /// A part of a value that has no spec of its own, such as an item's text in a prompt.
    public Slot part(String name, String label, FieldKind kind, boolean required) {
        return part(name, label, kind, required, Unit.NONE);
    }

    public Slot part(String name, String label, FieldKind kind, boolean required, Unit unit) {
        return new Slot(form, pointer.child(name), PlainSpec.of(name, label, kind, required, unit), false);
    }

    /// The place in the document, as problems name it.
    public JsonPointer inDocument() {
        JsonPointer at = JsonPointer.ROOT.child("nodes").child(form.node());
        for (String token : pointer.tokens()) {
            at = at.child(token);
        }
        return at;
    }

    /// What the document says here; `null` when nothing.
    public @Nullable Json value() {
        Json value = Fields.get(form.document(), pointer);
        return value == Json.NULL ? null : value;
    }

    /// What the document says, or else the default; `null` when there is neither.
    public @Nullable Json meaning() {
        Json value = value();
        return value == null ? spec.defaultValue() : value;
    }

    /// True when the document says something else than the default.
    public boolean isSet() {
        Json value = value();
        return value != null && !value.equals(spec.defaultValue());
    }

    /// Sets the value; joined with other calls for the same place that follow at once: typing.
    public void type(Json value) {
        if (!value.equals(value())) {
            form.apply(Fields.set(form.node(), pointer, value, spec.label()));
        }
    }

    /// As [#type], but text that is left empty is taken out of the document where that is allowed.
    public void typeText(String text) {
        if (!text.isEmpty() || isItem || spec.required()
                || spec.defaultValue() != null && !spec.defaultValue().equals(Json.of(""))) {
            type(Json.of(text));
        } else if (value() != null) {
            Edit set = Fields.set(form.node(), pointer, Json.NULL, spec.label());
            Edit reset = Fields.reset(form.node(), pointer, spec.label());
            form.apply(new Edit(set.name(), reset.change(), null, set.mergeKey()));
        }
    }

    /// Sets the value in a step of its own.
    public void set(Json value) {
        if (!value.equals(value())) {
            form.applyAlone(Fields.set(form.node(), pointer, value, spec.label()));
        }
    }

    /// Takes the value out of the document, so that the default applies.
    public void reset() {
        if (value() != null) {
            form.applyAlone(Fields.reset(form.node(), pointer, spec.label()));
        }
    }
}
