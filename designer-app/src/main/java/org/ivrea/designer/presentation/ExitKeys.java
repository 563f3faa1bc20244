package org.ivrea.designer.presentation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ivrea.engine.node.Field.TextKind;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.engine.spec.FieldSpec;
import org.ivrea.engine.spec.NodeSpec;
import org.ivrea.engine.spec.RecordSpec;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// Finds the keys that lead to each exit. They stand side by side in the items of some list of the node, such as a
/// menu's choices; which list that is follows from the node type.
final class ExitKeys {
    private static final int MOST_SHOWN = 3;

    private ExitKeys() {}

    static Map<String, String> of(NodeDocument node, NodeSpec spec) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (FieldSpec field : spec.fields()) {
            if (field.kind() instanceof FieldKind.ListOf(FieldKind.Structure(RecordSpec item))
                    && node.field(field.name()) instanceof Json.Arr(List<Json> items)) {
                String key = text(item, TextKind.KEYS);
                String exit = text(item, TextKind.EXIT);
                if (key != null && exit != null) {
                    items.forEach(value -> add(value, key, exit, keys));
                }
            }
        }
        return keys;
    }

    private static void add(Json item, String keyField, String exitField, Map<String, String> keys) {
        if (item instanceof Json.Obj choice && choice.get(keyField) instanceof Json.Str(String key)
                && choice.get(exitField) instanceof Json.Str(String exit) && !key.isEmpty()) {
            keys.merge(exit, key, ExitKeys::joined);
        }
    }

    private static String joined(String some, String more) {
        if (some.endsWith("…")) {
            return some;
        }
        return some.split(" ", -1).length == MOST_SHOWN ? some + "…" : some + " " + more;
    }

    private static @Nullable String text(RecordSpec item, TextKind kind) {
        for (FieldSpec field : item.fields()) {
            if (field.kind() instanceof FieldKind.Text(TextKind text, String _) && text == kind) {
                return field.name();
            }
        }
        return null;
    }
}
