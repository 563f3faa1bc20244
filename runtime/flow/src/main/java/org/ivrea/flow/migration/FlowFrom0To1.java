package org.ivrea.flow.migration;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.ivrea.flow.document.NodeId;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// Version 0 was the dialect before the first release. It differs in three ways: `nodes` is an array whose items have
/// their `id` inside; `"next": "a"` stands for `"exits": { "next": "a" }`; and times are seconds without a unit in
/// their name, or with `Sec` behind it.
final class FlowFrom0To1 implements Migration {
    private static final Map<String, String> MILLISECONDS = Map.of(
            "timeout", "timeoutMs",
            "timeoutSec", "timeoutMs",
            "interDigit", "interDigitMs",
            "interDigitSec", "interDigitMs");

    @Override
    public Json.Obj apply(Json.Obj document) {
        return document.get("nodes") instanceof Json.Arr nodes ? document.with("nodes", byId(nodes)) : document;
    }

    /// Nodes without an id, and all but the first of several with the same one, get a numbered id: nothing is lost.
    private static Json.Obj byId(Json.Arr nodes) {
        Set<String> taken = nodes.items().stream().map(FlowFrom0To1::id).filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        SequencedMap<String, Json> byId = new LinkedHashMap<>();
        int number = 0;
        for (Json item : nodes.items()) {
            String id = id(item);
            if (id == null || byId.containsKey(id)) {
                String base = NodeId.from(id == null ? "node" : id);
                do {
                    // Never counts back, so that a file full of equal ids takes linear time.
                    id = NodeId.numbered(base, ++number);
                } while (!taken.add(id));
            }
            byId.put(id, node(item));
        }
        return new Json.Obj(byId);
    }

    private static @Nullable String id(Json item) {
        return item instanceof Json.Obj node && node.get("id") instanceof Json.Str(String id) ? id : null;
    }

    private static Json node(Json item) {
        if (!(item instanceof Json.Obj node)) {
            return item;
        }
        SequencedMap<String, Json> changed = new LinkedHashMap<>();
        node.members().forEach((name, value) -> {
            String newName = MILLISECONDS.get(name);
            if (newName != null && value instanceof Json.Num(BigDecimal seconds) && node.get(newName) == null) {
                changed.putIfAbsent(newName, Json.of(seconds.movePointRight(3)));
            } else if (!name.equals("id") || !(value instanceof Json.Str)) {
                changed.put(name, value);
            }
        });
        return withExits(new Json.Obj(changed));
    }

    private static Json.Obj withExits(Json.Obj node) {
        Json next = node.get("next");
        Json exits = Objects.requireNonNullElse(node.get("exits"), Json.obj());
        if (!(next instanceof Json.Str || next instanceof Json.Null) || !(exits instanceof Json.Obj wired)) {
            return node;
        }
        Json.Obj merged = wired.get("next") == null ? wired.with("next", next) : wired;
        return node.without("next").with("exits", merged);
    }
}
