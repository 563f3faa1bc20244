package org.ivrea.designer.workspace.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.LayoutEntry;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.document.VariableDeclaration;
import org.ivrea.flow.json.Json;

/// Makes the new flow.
final class ExtractedFlow {
    private static final Messages TEXTS = Messages.of(ExtractedFlow.class);

    private final FlowDocument from;
    private final Border border;
    private final Handover handover;
    private final Places places;

    ExtractedFlow(FlowDocument from, Border border, Handover handover, Places places) {
        this.from = from;
        this.border = border;
        this.handover = handover;
        this.places = places;
    }

    FlowDocument build(String entry, String title) {
        SequencedMap<String, NodeDocument> nodes = new LinkedHashMap<>();
        boolean takes = !handover.kept().isEmpty();
        SequencedMap<String, LayoutEntry> layout = places.moved(takes);
        layout.keySet().forEach(id -> nodes.put(id, Objects.requireNonNull(from.node(id))));
        FlowDocument flow = variables(FlowDocument.empty(title).withNodes(nodes)).withLayout(layout).withStart(entry);
        int number = 0;
        List<String> exits = new ArrayList<>();
        for (Map.Entry<String, List<ExitRef>> leaving : border.leaving().entrySet()) {
            String exit = border.exitTo(leaving.getKey());
            exits.add(exit);
            String id = flow.unusedId(TEXTS.get("returns") + " " + exit);
            // Files leave out what is the default.
            NodeDocument back = NodeDocument.of("return");
            flow = flow.withNode(id, exit.equals("done") ? back : back.withField("exit", Json.of(exit)))
                    .withLayout(id, places.end(number++, takes));
            for (ExitRef edge : leaving.getValue()) {
                flow = flow.withExit(edge.node(), edge.exit(), id);
            }
        }
        return (takes ? takingOver(flow, entry) : flow).withExits(exits);
    }

    private FlowDocument variables(FlowDocument flow) {
        SequencedMap<String, VariableDeclaration> inputs = new LinkedHashMap<>();
        SequencedMap<String, VariableDeclaration> outputs = new LinkedHashMap<>();
        SequencedMap<String, VariableDeclaration> variables = new LinkedHashMap<>();
        handover.given().forEach(name -> inputs.put(name, declaration(name)));
        handover.kept().forEach(name -> inputs.put(before(name), declaration(name).withInitial(null)));
        handover.returned().forEach(name -> outputs.put(name, handover.unsure().contains(name)
                ? withValue(declaration(name))
                : declaration(name)));
        handover.own().forEach(name -> variables.put(name, declaration(name)));
        return flow.withInputs(inputs).withOutputs(outputs).withVariables(variables);
    }

    private VariableDeclaration declaration(String name) {
        for (var declared : List.of(from.variables(), from.inputs(), from.outputs())) {
            VariableDeclaration found = declared.get(name);
            if (found != null) {
                return found;
            }
        }
        return VariableDeclaration.of("any");
    }

    /// A flow that returns must have a value for each output, if only one that nobody asks for.
    private static VariableDeclaration withValue(VariableDeclaration declaration) {
        return declaration.initial() != null
                ? declaration
                : declaration.withInitial(switch (declaration.type()) {
                    case "int", "number" -> Json.of(0);
                    case "bool" -> Json.of(false);
                    case "list" -> Json.arr(List.of());
                    case "map" -> Json.obj();
                    case "time" -> Json.of("1970-01-01T00:00:00Z");
                    default -> Json.of("");
                });
    }

    /// The input that brings the value of an output; it cannot have its name.
    String before(String variable) {
        String name = variable + "Before";
        while (handover.given().contains(name) || handover.own().contains(name)
                || handover.returned().contains(name)) {
            name += "_";
        }
        return name;
    }

    private FlowDocument takingOver(FlowDocument flow, String entry) {
        List<Json> assignments = handover.kept().stream()
                .map(name -> (Json) Json.obj("variable", Json.of(name), "value", Json.of(before(name)))).toList();
        NodeDocument node = NodeDocument.of("set").withLabel(TEXTS.get("takes"))
                .withField("assignments", Json.arr(assignments)).withExit("next", entry);
        String id = flow.unusedId(TEXTS.get("takes"));
        return flow.withNode(id, node).withLayout(id, places.beginning()).withStart(id);
    }
}
