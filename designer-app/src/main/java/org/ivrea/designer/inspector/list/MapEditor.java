package org.ivrea.designer.inspector.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import org.ivrea.designer.edit.Edit;
import org.ivrea.designer.edit.Fields;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.flow.document.VariableDeclaration;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Values by name: names that a flow declares have a row each, others are added.
public final class MapEditor extends StackEditor {
    private static final Messages TEXTS = Messages.of(MapEditor.class);

    private final FieldKind kind;
    private final Map<String, EntryRow> rows = new LinkedHashMap<>();
    private final Hyperlink add = addLink(this::add);
    private final Label empty = Labels.muted("");
    private @Nullable SequencedMap<String, @Nullable VariableDeclaration> shown;

    public MapEditor(Slot slot, FieldKind kind) {
        super(slot, "map", 6);
        this.kind = kind;
    }

    private List<String> present() {
        return slot().value() instanceof Json.Obj(var members) ? List.copyOf(members.keySet()) : List.of();
    }

    private void add() {
        String name = "name";
        for (int number = 2; present().contains(name); number++) {
            name = "name" + number;
        }
        slot().entry(name, kind, true).set(Json.of(""));
        refresh();
        EntryRow row = rows.get(name);
        if (row != null) {
            row.focusName();
        }
    }

    void remove(String name) {
        Json.Obj before = slot().value() instanceof Json.Obj object ? object : Json.obj();
        Json.Obj after = before.without(name);
        if (after.isEmpty()) {
            slot().reset();
        } else {
            slot().set(after);
        }
        refresh();
    }

    /// Gives an entry another name, in its place.
    void rename(String name, String newName) {
        if (newName.isEmpty() || newName.equals(name) || present().contains(newName)) {
            refresh();
            return;
        }
        SequencedMap<String, Json> renamed = new LinkedHashMap<>();
        if (slot().value() instanceof Json.Obj(var members)) {
            members.forEach((key, value) -> renamed.put(key.equals(name) ? newName : key, value));
        }
        Edit edit = Fields.set(slot().form().node(), slot().pointer(), Json.obj(renamed), slot().spec().label());
        slot().form().applyAlone(edit);
        refresh();
    }

    @Override
    protected Control adder() {
        return add;
    }

    @Override
    public void refresh() {
        MapNames names = MapNames.of(slot());
        SequencedMap<String, @Nullable VariableDeclaration> wanted = names.with(present());
        if (!wanted.equals(shown)) {
            shown = wanted;
            rows.keySet().retainAll(wanted.keySet());
            Map<String, EntryRow> ordered = new LinkedHashMap<>();
            wanted.forEach((name, declaration) -> {
                EntryRow row = rows.get(name);
                ordered.put(name, row != null && row.isFor(declaration)
                        ? row
                        : new EntryRow(this, slot().entry(name, kind, declaration == null), name, declaration, names));
            });
            rows.clear();
            rows.putAll(ordered);
            empty.setText(names.declared() == null ? TEXTS.get("list.empty") : TEXTS.get("map.none", names.flow()));
            stack.getChildren().setAll(rows.isEmpty() ? List.of(empty) : rows.values());
        }
        add.setVisible(names.declared() == null);
        add.setManaged(names.declared() == null);
        rows.values().forEach(EntryRow::refresh);
    }

    @Override
    public List<Problem> show(List<Problem> problems) {
        List<Problem> own = new ArrayList<>(problems);
        rows.values().forEach(row -> own.removeAll(row.show(problems)));
        return own;
    }

    @Override
    public void focus(JsonPointer pointer) {
        for (EntryRow row : rows.values()) {
            if (pointer.isWithin(row.pointer())) {
                row.focusValue();
                return;
            }
        }
        if (rows.isEmpty()) {
            add.requestFocus();
        } else {
            rows.values().iterator().next().focusValue();
        }
    }
}
