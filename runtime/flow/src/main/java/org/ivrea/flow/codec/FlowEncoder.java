package org.ivrea.flow.codec;

import java.util.SequencedMap;
import org.ivrea.flow.document.ExitTarget;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.Handlers;
import org.ivrea.flow.document.LayoutEntry;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.document.VariableDeclaration;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// Puts a flow into the canonical order, leaving out what means nothing.
final class FlowEncoder {
    private final NodeShapes shapes;

    FlowEncoder(NodeShapes shapes) {
        this.shapes = shapes;
    }

    Json.Obj encode(FlowDocument flow) {
        var members = new MemberList();
        members.put("formatVersion", Json.of(FlowDocument.FORMAT_VERSION));
        members.put("name", Json.of(flow.name()));
        members.putText("description", flow.description());
        members.putText("start", flow.start());
        members.putUnlessEmpty("inputs", variables(flow.inputs()));
        members.putUnlessEmpty("outputs", variables(flow.outputs()));
        members.putUnlessEmpty("variables", variables(flow.variables()));
        members.putUnlessEmpty("exits", Json.arr(flow.exits().stream().map(Json::of).toList()));
        members.putUnlessEmpty("nodes", nodes(flow.nodes()));
        members.putUnlessEmpty("handlers", handlers(flow.handlers()));
        members.putSorted(flow.extra());
        members.putUnlessEmpty("layout", layout(flow.layout()));
        return members.toObject();
    }

    private static Json.Obj variables(SequencedMap<String, VariableDeclaration> declarations) {
        var members = new MemberList();
        declarations.forEach((name, declaration) -> members.put(name, variable(declaration)));
        return members.toObject();
    }

    private static Json.Obj variable(VariableDeclaration declaration) {
        var members = new MemberList();
        members.put("type", Json.of(declaration.type()));
        if (declaration.initial() != null) {
            members.put("initial", declaration.initial());
        }
        members.putIfTrue("secret", declaration.secret());
        members.putText("description", declaration.description());
        members.putSorted(declaration.extra());
        return members.toObject();
    }

    private Json.Obj nodes(SequencedMap<String, NodeDocument> nodes) {
        var members = new MemberList();
        nodes.forEach((id, node) -> members.put(id, node(node)));
        return members.toObject();
    }

    private Json.Obj node(NodeDocument node) {
        var members = new MemberList();
        members.put("type", Json.of(node.type()));
        members.putText("label", node.label());
        members.putText("note", node.note());
        members.putIfTrue("disabled", node.disabled());
        CanonicalFields.addTo(members, node.fields(), shapes.shape(node.type()));
        members.putUnlessEmpty("exits", exits(node.exits()));
        return members.toObject();
    }

    private static Json.Obj exits(SequencedMap<String, ExitTarget> exits) {
        var members = new MemberList();
        exits.forEach((exit, target) -> members.put(exit, textOrNull(target.nodeId())));
        return members.toObject();
    }

    private static Json textOrNull(@Nullable String text) {
        return text == null ? Json.NULL : Json.of(text);
    }

    private static Json.Obj handlers(Handlers handlers) {
        var members = new MemberList();
        members.putText("hangup", handlers.hangup());
        members.putText("error", handlers.error());
        members.putSorted(handlers.extra());
        return members.toObject();
    }

    private static Json.Obj layout(SequencedMap<String, LayoutEntry> layout) {
        var members = new MemberList();
        layout.forEach((id, place) -> members.put(id, place(place)));
        return members.toObject();
    }

    private static Json.Arr place(LayoutEntry place) {
        return place.hasSize()
                ? Json.arr(Json.of(place.x()), Json.of(place.y()), Json.of(place.width()), Json.of(place.height()))
                : Json.arr(Json.of(place.x()), Json.of(place.y()));
    }
}
