package org.ivrea.engine.spec;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.ivrea.engine.expression.CelScope;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.Field.TextKind;
import org.ivrea.engine.node.Node;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.JsonPointer;

/// The exits that nodes of a type can have.
final class NodeExits {
    private NodeExits() {}

    /// Those that a fresh node has, then those that only some settings give it: all that its class declares.
    static Map<String, String> fixed(NodeSpec spec) {
        SequencedMap<String, String> exits = new LinkedHashMap<>();
        NodeDocument fresh = NodeDocument.of(spec.name());
        Node node = NodeDecoder.decode(fresh, spec, CelScope.of(Map.of()), JsonPointer.ROOT, _ -> {});
        for (Exit exit : node.exits()) {
            exits.put(exit.name(), exit.help());
        }
        for (Field constant : spec.record().type().getDeclaredFields()) {
            if (constant.getType() == Exit.class && Modifier.isStatic(constant.getModifiers())) {
                Exit exit = constant(constant);
                exits.putIfAbsent(exit.name(), exit.help());
            }
        }
        exits.values().removeIf(String::isEmpty);
        return exits;
    }

    static List<String> chosen(RecordSpec record, String prefix) {
        List<String> chosen = new ArrayList<>();
        for (FieldSpec field : record.fields()) {
            String name = prefix + field.name();
            switch (field.kind()) {
                case FieldKind.Text(var text, String _) when text == TextKind.EXIT
                        && !prefix.isEmpty() ->
                    chosen.add(name);
                case FieldKind.ListOf(FieldKind.Text(var text, String _)) when text == TextKind.EXIT ->
                    chosen.add(name + "[]");
                case FieldKind.ListOf(FieldKind.Structure(RecordSpec type)) ->
                    chosen.addAll(chosen(type, name + "[]."));
                default -> {
                }
            }
        }
        return chosen;
    }

    private static Exit constant(Field field) {
        try {
            return (Exit) MethodHandles.privateLookupIn(field.getDeclaringClass(), MethodHandles.lookup())
                    .unreflectVarHandle(field).get();
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(field + " cannot be read", e);
        }
    }
}
