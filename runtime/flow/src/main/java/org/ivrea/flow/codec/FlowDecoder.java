package org.ivrea.flow.codec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.ivrea.flow.document.ExitTarget;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.Handlers;
import org.ivrea.flow.document.LayoutEntry;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.document.VariableDeclaration;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Makes a flow of an object in the newest format. Errors that it reports mean that the flow does not say all that
/// the object says.
final class FlowDecoder {
    private final Consumer<Problem> problems;

    FlowDecoder(Consumer<Problem> problems) {
        this.problems = problems;
    }

    FlowDocument decode(Json.Obj object) {
        var flow = new ObjectReader(object, JsonPointer.ROOT, problems);
        return new FlowDocument(
                flow.requiredText("name"),
                flow.text("description"),
                flow.text("start"),
                flow.reader("inputs").each(FlowDecoder::variable),
                flow.reader("outputs").each(FlowDecoder::variable),
                flow.reader("variables").each(FlowDecoder::variable),
                flow.texts("exits"),
                nodes(flow.object("nodes")),
                handlers(flow.reader("handlers")),
                layout(flow.object("layout")),
                flow.rest(FlowDocument.KNOWN));
    }

    private static VariableDeclaration variable(String name, ObjectReader variable) {
        return new VariableDeclaration(variable.requiredText("type"), variable.object().get("initial"),
                variable.flag("secret"), variable.text("description"), variable.rest(VariableDeclaration.KNOWN));
    }

    private static Handlers handlers(ObjectReader handlers) {
        return new Handlers(handlers.text("hangup"), handlers.text("error"), handlers.rest(Handlers.KNOWN));
    }

    private SequencedMap<String, NodeDocument> nodes(Json.Obj nodes) {
        JsonPointer pointer = JsonPointer.ROOT.child("nodes");
        SequencedMap<String, NodeDocument> decoded = new LinkedHashMap<>();
        nodes.members().forEach((id, value) -> {
            Consumer<Problem> atNode = problem -> problems.accept(problem.withNode(id));
            if (value instanceof Json.Obj node) {
                decoded.put(id, node(new ObjectReader(node, pointer.child(id), atNode)));
            } else {
                atNode.accept(Problem.error(ProblemCodes.MEMBER_TYPE, pointer.child(id),
                        "The node \"" + id + "\" must be an object, not " + value.kind()));
            }
        });
        return decoded;
    }

    private static NodeDocument node(ObjectReader node) {
        return new NodeDocument(node.requiredText("type"), node.text("label"), node.text("note"),
                node.flag("disabled"), node.rest(NodeDocument.KNOWN), exits(node.reader("exits")));
    }

    private static SequencedMap<String, ExitTarget> exits(ObjectReader exits) {
        SequencedMap<String, ExitTarget> targets = new LinkedHashMap<>();
        exits.object().members().forEach((exit, target) -> {
            switch (target) {
                case Json.Str(String nodeId) -> targets.put(exit, ExitTarget.to(nodeId));
                case Json.Null _ -> targets.put(exit, ExitTarget.UNWIRED);
                default -> exits.wrongType(exit, "the id of a node, or null", target);
            }
        });
        return targets;
    }

    private SequencedMap<String, LayoutEntry> layout(Json.Obj layout) {
        SequencedMap<String, LayoutEntry> places = new LinkedHashMap<>();
        layout.members().forEach((id, value) -> {
            LayoutEntry place = place(value);
            if (place != null) {
                places.put(id, place);
            } else {
                problems.accept(Problem.warning(ProblemCodes.LAYOUT_PLACE,
                        JsonPointer.ROOT.child("layout").child(id),
                        "The place of \"" + id + "\" is ignored: write [x, y] or [x, y, width, height], all whole "
                                + "numbers, width and height above 0")
                        .withNode(id));
            }
        });
        return places;
    }

    private static @Nullable LayoutEntry place(Json value) {
        if (!(value instanceof Json.Arr(List<Json> items)) || (items.size() != 2 && items.size() != 4)) {
            return null;
        }
        Integer x = items.get(0).asInt();
        Integer y = items.get(1).asInt();
        if (x == null || y == null) {
            return null;
        }
        if (items.size() == 2) {
            return new LayoutEntry(x, y);
        }
        Integer width = items.get(2).asInt();
        Integer height = items.get(3).asInt();
        return width != null && height != null && width > 0 && height > 0
                ? new LayoutEntry(x, y, width, height)
                : null;
    }
}
