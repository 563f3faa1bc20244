package org.ivrea.flow.codec;

import java.util.HashMap;
import java.util.Map;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// The canonical order of fields: those of the shape first, without those that say no more than their default, then
/// unknown ones sorted by name and kept as they are.
final class CanonicalFields {
    private CanonicalFields() {}

    static void addTo(MemberList members, Map<String, Json> fields, @Nullable Shape shape) {
        if (shape == null) {
            members.putSorted(fields);
            return;
        }
        Map<String, Json> unknown = new HashMap<>(fields);
        for (FieldShape field : shape.fields()) {
            Json value = unknown.remove(field.name());
            if (value == null) {
                continue;
            }
            Json canonical = canonical(value, field.nested());
            if (!saysNothing(canonical, field)) {
                members.put(field.name(), canonical);
            }
        }
        members.putSorted(unknown);
    }

    private static Json canonical(Json value, @Nullable Shape nested) {
        if (nested == null) {
            return value;
        }
        return switch (value) {
            case Json.Obj(var members) -> {
                var ordered = new MemberList();
                addTo(ordered, members, nested);
                yield ordered.toObject();
            }
            case Json.Arr(var items) -> Json.arr(items.stream().map(item -> canonical(item, nested)).toList());
            default -> value;
        };
    }

    private static boolean saysNothing(Json value, FieldShape field) {
        Json usual = field.defaultValue();
        return usual == null
                ? value instanceof Json.Null || MemberList.isEmpty(value)
                : value.equals(canonical(usual, field.nested()));
    }
}
