package org.ivrea.designer.inspector.list;

import java.util.ArrayList;
import java.util.List;
import org.ivrea.designer.edit.Fields;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.flow.json.Json;

/// A list in the document, and the edits of its items.
///
/// @param slot of the list
/// @param kind of an item
public record Items(Slot slot, FieldKind kind) {

    public List<Json> all() {
        return slot.meaning() instanceof Json.Arr(var items) ? items : List.of();
    }

    public Slot at(int index) {
        return slot.item(index, kind);
    }

    public void add() {
        insert(all().size(), NewItem.of(kind, all()));
    }

    public void duplicate(int index) {
        insert(index + 1, all().get(index));
    }

    public void insert(int index, Json item) {
        if (slot.value() == null && slot.spec().defaultValue() != null) {
            // The default's items stay, and become the document's own.
            List<Json> items = new ArrayList<>(all());
            items.add(index, item);
            slot.set(Json.arr(items));
            return;
        }
        slot.form().applyAlone(Fields.insertItem(slot.form().node(), slot.pointer(), index, item,
                slot.spec().label()));
    }

    public void move(int from, int to) {
        if (to >= 0 && to < all().size()) {
            slot.form().applyAlone(Fields.moveItem(slot.form().node(), slot.pointer(), from, to,
                    slot.spec().label()));
        }
    }

    public void remove(int index) {
        List<Json> items = new ArrayList<>(all());
        items.remove(index);
        if (items.isEmpty()) {
            slot.reset();
        } else {
            slot.set(Json.arr(items));
        }
    }
}
