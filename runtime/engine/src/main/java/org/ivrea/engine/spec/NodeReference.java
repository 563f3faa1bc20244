package org.ivrea.engine.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.ivrea.engine.expression.CelScope;
import org.ivrea.engine.expression.VariableSpec;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.json.JsonWriter;

/// Writes the reference of the node types in Markdown.
public final class NodeReference {
    private final NodeRegistry registry;
    private final StringBuilder page = new StringBuilder();

    private NodeReference(NodeRegistry registry) {
        this.registry = registry;
    }

    public static String markdown(NodeRegistry registry) {
        return new NodeReference(registry).write();
    }

    private String write() {
        page.append(
                """
                        # Node types

                        Generated from the node types themselves; `mvn verify -Divrea.update=true` writes this page anew.

                        Every node also has the members `type`, `label`, `note`, `disabled` and `exits` (see the
                        [flow format](flow-format.md)), and two exits that are wired only where wanted: `error`, when something fails,
                        and `hangup`, when the caller hangs up. Not wired, the flow's handlers take over. Fields without a mark may be
                        left out; times are milliseconds.

                        """);
        for (NodeGroup group : NodeGroup.values()) {
            page.append("- **").append(title(group)).append(":** ").append(specs(group).stream()
                    .map(spec -> "[" + spec.label() + "](#" + anchor(spec) + ")").collect(Collectors.joining(" · ")))
                    .append('\n');
        }
        for (NodeGroup group : NodeGroup.values()) {
            page.append("\n# ").append(title(group)).append('\n');
            specs(group).forEach(this::write);
        }
        return page.toString();
    }

    private List<NodeSpec> specs(NodeGroup group) {
        return registry.specs().stream().filter(spec -> spec.group() == group).toList();
    }

    private static String title(NodeGroup group) {
        return switch (group) {
            case TALK -> "Talking and listening";
            case DECIDE -> "Deciding and computing";
            case CONNECT -> "Connecting";
            case STRUCTURE -> "Structure";
        };
    }

    private static String anchor(NodeSpec spec) {
        return spec.label().toLowerCase(Locale.ROOT).replace(' ', '-').replace("/", "");
    }

    private void write(NodeSpec spec) {
        page.append("\n## ").append(spec.label()).append("\n\n`").append(spec.name()).append("` · ")
                .append(spec.info().help()).append('\n');
        if (spec.info().media()) {
            page.append("\nNeeds the caller, so that it cannot run after the hang-up.\n");
        }
        page.append(FieldTable.markdown(spec.record()));
        exits(spec);
        page.append("\n```json\n").append(JsonWriter.canonical(example(spec)).stripTrailing()).append("\n```\n");
    }

    private void exits(NodeSpec spec) {
        Map<String, String> exits = NodeExits.fixed(spec);
        List<String> chosen = NodeExits.chosen(spec.record(), "");
        if (exits.isEmpty() && chosen.isEmpty()) {
            page.append(spec.info().runs() ? "\nThe flow ends here: no exits.\n" : "\nDoes not run: no exits.\n");
            return;
        }
        page.append("\n| exit | taken when |\n|---|---|\n");
        chosen.forEach(field -> page.append("| each `").append(field).append("` | the name is yours |\n"));
        exits.forEach((name, help) -> page.append("| `").append(name).append("` | ").append(FieldTable.cell(help))
                .append(" |\n"));
    }

    /// The example as it stands in a flow, its exits wired.
    private static Json example(NodeSpec spec) {
        Json.Obj fields = NodeExample.of(spec);
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("type", Json.of(spec.name()));
        members.putAll(fields.members());
        Json exits = exits(spec, fields);
        if (exits instanceof Json.Obj wired && !wired.isEmpty()) {
            members.put("exits", exits);
        }
        return Json.obj(members);
    }

    private static Json exits(NodeSpec spec, Json.Obj fields) {
        NodeDocument document = NodeDocument.of(spec.name());
        for (var field : fields.members().entrySet()) {
            document = document.withField(field.getKey(), field.getValue());
        }
        Node node = NodeDecoder.decode(document, spec, CelScope.of(Map.<String, VariableSpec>of()), JsonPointer.ROOT,
                _ -> {});
        SequencedMap<String, Json> exits = new LinkedHashMap<>();
        node.exits().forEach(exit -> exits.put(exit.name(), Json.of("node-" + (exits.size() + 1))));
        return Json.obj(exits);
    }
}
