package org.ivrea.flow.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Unmodifiable copies of maps in the author's order.
final class Members {
    private Members() {}

    static <V> SequencedMap<String, V> copyOf(Map<String, ? extends V> members) {
        return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
    }

    /// As [#copyOf], for members that a later version may have added: none may be named like one of ours.
    static <V> SequencedMap<String, V> copyOfUnknown(Map<String, ? extends V> members, Set<String> ours) {
        for (String name : members.keySet()) {
            if (ours.contains(name)) {
                throw new IllegalArgumentException("\"" + name + "\" has a component of its own");
            }
        }
        return copyOf(members);
    }

    /// @param value the new value; `null` removes the member
    static <V> SequencedMap<String, V> with(SequencedMap<String, V> members, String name, @Nullable V value) {
        var changed = new LinkedHashMap<>(members);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return Collections.unmodifiableSequencedMap(changed);
    }
}
