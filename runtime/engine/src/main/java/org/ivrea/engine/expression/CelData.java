package org.ivrea.engine.expression;

import dev.cel.common.values.NullValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value of a flow on its way into CEL.
final class CelData {
    private final Object original;
    private long entries = 1;
    private boolean hasNull;

    CelData(Object value) {
        this.original = value;
        scan(value);
    }

    /// Its entries, those inside others included.
    long size() {
        return entries;
    }

    /// The value with CEL's null in place of [Values#NULL]; itself when it has none.
    Object value() {
        return hasNull ? withCelNull(original) : original;
    }

    private void scan(Object value) {
        switch (value) {
            case List<?> list -> scanAll(list);
            case Map<?, ?> map -> scanAll(map.values());
            default -> hasNull |= value == Values.NULL;
        }
    }

    private void scanAll(Collection<?> items) {
        entries += items.size();
        for (Object item : items) {
            scan(item);
        }
    }

    private static Object withCelNull(Object value) {
        return switch (value) {
            case List<?> list -> {
                List<Object> items = new ArrayList<>(list.size());
                list.forEach(item -> items.add(withCelNull(item)));
                yield items;
            }
            case Map<?, ?> map -> {
                Map<Object, Object> members = LinkedHashMap.newLinkedHashMap(map.size());
                map.forEach((name, member) -> members.put(name, withCelNull(member)));
                yield members;
            }
            default -> value == Values.NULL ? NullValue.NULL_VALUE : value;
        };
    }
}
