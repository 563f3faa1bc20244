package org.ivrea.engine.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Fix;
import org.jspecify.annotations.Nullable;

/// Fixes that change something inside a node's fields.
final class FieldEdits {
    private FieldEdits() {}

    /// Puts another text in the place of one, if that still stands there.
    static Fix replacement(CompiledNode node, JsonPointer at, String text, String better) {
        return at(node, at, "Change to \"" + better + "\"",
                json -> json instanceof Json.Str(String present) && present.equals(text) ? Json.of(better) : json);
    }

    /// Gives a member of an object another name, if the object has no such member.
    static Fix renaming(CompiledNode node, JsonPointer object, String name, String better) {
        return at(node, object, "Rename to \"" + better + "\"", json -> {
            if (!(json instanceof Json.Obj members) || !(members.get(name) instanceof Json value)
                    || members.get(better) != null) {
                return json;
            }
            return members.without(name).with(better, value);
        });
    }

    /// Removes a member of an object.
    static Fix removal(CompiledNode node, JsonPointer object, String name, String label) {
        return at(node, object, label, json -> json instanceof Json.Obj members ? members.without(name) : json);
    }

    /// Removes a text from a list.
    static Fix removalOf(CompiledNode node, JsonPointer list, String text, String label) {
        return at(node, list, label, json -> json instanceof Json.Arr(var items) && items.contains(Json.of(text))
                ? Json.arr(items.stream().filter(item -> !item.equals(Json.of(text))).toList())
                : json);
    }

    private static Fix at(CompiledNode node, JsonPointer at, String label, UnaryOperator<Json> edit) {
        List<String> tokens = at.tokens();
        // The first three: "nodes", the node's id, the field.
        String field = tokens.get(2);
        List<String> inside = tokens.subList(3, tokens.size());
        return new Fix(label, flow -> {
            NodeDocument document = flow.node(node.id());
            Json before = document == null ? null : document.fields().get(field);
            Json after = before == null ? null : edited(before, inside, edit);
            return document == null || after == null || after.equals(before)
                    ? flow
                    : flow.withNode(node.id(), document.withField(field, after));
        });
    }

    private static Json edited(Json json, List<String> path, UnaryOperator<Json> edit) {
        if (path.isEmpty()) {
            return edit.apply(json);
        }
        String step = path.getFirst();
        List<String> rest = path.subList(1, path.size());
        return switch (json) {
            case Json.Obj object -> {
                Json inner = object.get(step);
                yield inner == null ? json : object.with(step, edited(inner, rest, edit));
            }
            case Json.Arr(var items) -> {
                Integer index = index(step, items.size());
                if (index == null) {
                    yield json;
                }
                List<Json> changed = new ArrayList<>(items);
                changed.set(index, edited(items.get(index), rest, edit));
                yield Json.arr(changed);
            }
            default -> json;
        };
    }

    private static @Nullable Integer index(String step, int size) {
        if (!step.matches("[0-9]{1,9}") || Integer.parseInt(step) >= size) {
            return null;
        }
        return Integer.valueOf(step);
    }
}
