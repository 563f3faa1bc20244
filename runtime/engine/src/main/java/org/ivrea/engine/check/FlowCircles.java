package org.ivrea.engine.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Which flows lead to each other.
final class FlowCircles {
    private final Map<String, Integer> components = new HashMap<>();

    /// @param entered the flows that each flow enters, all of which are keys as well
    FlowCircles(Map<String, Set<String>> entered) {
        List<String> names = List.copyOf(entered.keySet());
        Map<String, Integer> indexes = HashMap.newHashMap(names.size());
        names.forEach(name -> indexes.put(name, indexes.size()));
        int[] found = Components.of(names.size(), index -> Objects.requireNonNull(entered.get(names.get(index)))
                .stream().mapToInt(other -> Objects.requireNonNull(indexes.get(other))).toArray());
        indexes.forEach((name, index) -> components.put(name, found[index]));
    }

    /// True when each of the flows leads to the other; for one and the same flow, always.
    boolean contains(String flow, String other) {
        return Objects.equals(components.get(flow), components.get(other));
    }
}
