package org.ivrea.flow.codec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// Collects the members of an object that is being written, in order.
final class MemberList {
    private final SequencedMap<String, Json> members = new LinkedHashMap<>();

    void put(String name, Json value) {
        members.put(name, value);
    }

    void putText(String name, @Nullable String text) {
        if (text != null) {
            members.put(name, Json.of(text));
        }
    }

    void putIfTrue(String name, boolean value) {
        if (value) {
            members.put(name, Json.Bool.TRUE);
        }
    }

    void putUnlessEmpty(String name, Json value) {
        if (!isEmpty(value)) {
            members.put(name, value);
        }
    }

    void putSorted(Map<String, Json> unknown) {
        if (!unknown.isEmpty()) {
            members.putAll(new TreeMap<>(unknown));
        }
    }

    Json.Obj toObject() {
        return new Json.Obj(members);
    }

    static boolean isEmpty(Json value) {
        return switch (value) {
            case Json.Obj object -> object.isEmpty();
            case Json.Arr array -> array.isEmpty();
            default -> false;
        };
    }
}
