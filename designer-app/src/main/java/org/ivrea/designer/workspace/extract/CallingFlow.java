package org.ivrea.designer.workspace.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.ivrea.flow.document.ExitTarget;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// Puts a node that calls the new flow in place of the nodes that moved there.
final class CallingFlow {
    private final FlowDocument from;
    private final Border border;
    private final Handover handover;
    private final Places places;

    CallingFlow(FlowDocument from, Border border, Handover handover, Places places) {
        this.from = from;
        this.border = border;
        this.handover = handover;
        this.places = places;
    }

    FlowDocument build(Set<String> selected, String id, String name, String title) {
        FlowDocument rest = from.withoutNodes(selected);
        NodeDocument call = call(name, title);
        FlowDocument flow = rest.withNode(id, call).withLayout(id, places.middle());
        for (Map.Entry<String, NodeDocument> node : from.nodes().entrySet()) {
            if (selected.contains(node.getKey())) {
                continue;
            }
            for (Map.Entry<String, ExitTarget> exit : node.getValue().exits().entrySet()) {
                if (isInside(exit.getValue().nodeId())) {
                    flow = flow.withExit(node.getKey(), exit.getKey(), id);
                }
            }
        }
        if (isInside(from.start())) {
            flow = flow.withStart(id);
        }
        if (isInside(from.handlers().hangup())) {
            flow = flow.withHandlers(flow.handlers().withHangup(id));
        }
        return isInside(from.handlers().error()) ? flow.withHandlers(flow.handlers().withError(id)) : flow;
    }

    private boolean isInside(@Nullable String id) {
        return id != null && border.inside().contains(id);
    }

    private NodeDocument call(String name, String title) {
        SequencedMap<String, Json> inputs = new LinkedHashMap<>();
        SequencedMap<String, Json> outputs = new LinkedHashMap<>();
        var extracted = new ExtractedFlow(from, border, handover, places);
        handover.given().forEach(variable -> inputs.put(variable, Json.of(variable)));
        handover.kept().forEach(variable -> inputs.put(extracted.before(variable), Json.of(variable)));
        handover.returned().forEach(variable -> outputs.put(variable, Json.of(variable)));
        List<String> exits = border.leaving().keySet().stream().map(border::exitTo).toList();
        NodeDocument node = NodeDocument.of("subflow").withLabel(title).withField("flow", Json.of(name));
        if (!inputs.isEmpty()) {
            node = node.withField("inputs", Json.obj(inputs));
        }
        if (!outputs.isEmpty()) {
            node = node.withField("outputs", Json.obj(outputs));
        }
        if (!exits.isEmpty() && !exits.equals(List.of("done"))) {
            node = node.withField("results", Json.arr(exits.stream().map(Json::of).toList()));
        }
        for (String target : border.leaving().keySet()) {
            node = node.withExit(border.exitTo(target), target);
        }
        return node;
    }
}
