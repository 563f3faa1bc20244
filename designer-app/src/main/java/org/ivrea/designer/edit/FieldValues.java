package org.ivrea.designer.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.jspecify.annotations.Nullable;

/// Reads and changes values inside the fields of a node, by pointers relative to the node.
final class FieldValues {
    private FieldValues() {}

    static @Nullable Json get(NodeDocument node, JsonPointer pointer) {
        List<String> path = pointer.tokens();
        if (path.isEmpty()) {
            return null;
        }
        Json value = node.field(path.getFirst());
        for (String token : path.subList(1, path.size())) {
            value = child(value, token);
        }
        return value;
    }

    private static @Nullable Json child(@Nullable Json value, String token) {
        return switch (value) {
            case Json.Obj object -> object.get(token);
            case Json.Arr(var items) -> {
                int index = index(token);
                yield index >= 0 && index < items.size() ? items.get(index) : null;
            }
            case null, default -> null;
        };
    }

    static NodeDocument set(NodeDocument node, JsonPointer pointer, Json value) {
        return changed(node, pointer, _ -> value);
    }

    static NodeDocument remove(NodeDocument node, JsonPointer pointer) {
        return get(node, pointer) == null ? node : changed(node, pointer, _ -> null);
    }

    static NodeDocument insert(NodeDocument node, JsonPointer array, int index, Json item) {
        return changed(node, array, value -> {
            List<Json> items = new ArrayList<>(items(value));
            items.add(Math.clamp(index, 0, items.size()), item);
            return new Json.Arr(items);
        });
    }

    static NodeDocument move(NodeDocument node, JsonPointer array, int from, int to) {
        List<Json> items = new ArrayList<>(items(get(node, array)));
        if (from < 0 || from >= items.size() || to < 0 || to >= items.size() || from == to) {
            return node;
        }
        items.add(to, items.remove(from));
        return set(node, array, new Json.Arr(items));
    }

    /// The values that stand where the pointer does in the other items of the array around it.
    static List<Json> siblings(NodeDocument node, JsonPointer pointer) {
        List<String> path = pointer.tokens();
        List<Json> siblings = new ArrayList<>();
        JsonPointer around = JsonPointer.ROOT;
        for (int depth = 0; depth < path.size(); depth++) {
            List<Json> items = depth == 0 ? List.of() : items(get(node, around));
            for (int index = 0; index < items.size(); index++) {
                if (index == index(path.get(depth))) {
                    continue;
                }
                Json value = items.get(index);
                for (String token : path.subList(depth + 1, path.size())) {
                    value = child(value, token);
                }
                if (value != null) {
                    siblings.add(value);
                }
            }
            around = around.child(path.get(depth));
        }
        return siblings;
    }

    private interface Change extends UnaryOperator<@Nullable Json> {}

    private static NodeDocument changed(NodeDocument node, JsonPointer pointer, Change change) {
        List<String> path = pointer.tokens();
        if (path.isEmpty() || NodeDocument.KNOWN.contains(path.getFirst())) {
            throw new IllegalArgumentException("\"" + pointer + "\" points to no field of a node");
        }
        String field = path.getFirst();
        return node.withField(field, changed(node.field(field), path.subList(1, path.size()), change));
    }

    private static @Nullable Json changed(@Nullable Json value, List<String> path, Change change) {
        if (path.isEmpty()) {
            return change.apply(value);
        }
        String token = path.getFirst();
        Json inner = changed(child(value, token), path.subList(1, path.size()), change);
        int index = index(token);
        if (value instanceof Json.Arr(var old) || value == null && index == 0) {
            List<Json> items = new ArrayList<>(items(value));
            if (index < 0 || index > items.size()) {
                return value;
            }
            if (index == items.size()) {
                if (inner != null) {
                    items.add(inner);
                }
            } else if (inner == null) {
                items.remove(index);
            } else {
                items.set(index, inner);
            }
            return new Json.Arr(items);
        }
        Json.Obj object = value instanceof Json.Obj known ? known : Json.obj();
        return inner == null ? object.without(token) : object.with(token, inner);
    }

    private static List<Json> items(@Nullable Json value) {
        return value instanceof Json.Arr(var items) ? items : List.of();
    }

    /// -1 for a token that is no index.
    private static int index(String token) {
        if (token.isEmpty() || token.length() > 9 || !token.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        return Integer.parseInt(token);
    }
}
