package org.ivrea.engine.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ivrea.engine.expression.Scope;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.NodeCheck;
import org.ivrea.engine.spec.NodeContents;
import org.ivrea.engine.spec.NodeDecoder;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.engine.spec.NodeSpec;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.DidYouMean;
import org.ivrea.flow.problem.Fix;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.problem.Severity;
import org.jspecify.annotations.Nullable;

/// Decodes the nodes of a flow under one scope.
///
/// @param before an earlier state of the flow, compiled with the same scope, from which nodes that have not changed
///               since are taken over; `null` for none
record NodeDecoding(NodeRegistry registry, Scope scope, @Nullable CompiledFlow before) {
    private static final JsonPointer NODES = JsonPointer.ROOT.child("nodes");

    /// Without those of unknown type.
    Map<String, DecodedNode> decode(FlowDocument document) {
        Map<String, DecodedNode> decoded = HashMap.newHashMap(document.nodes().size());
        document.nodes().forEach((id, node) -> {
            DecodedNode made = unchanged(id, node);
            if (made == null) {
                NodeSpec spec = registry.spec(node.type());
                made = spec == null ? null : decode(id, node, spec);
            }
            if (made != null) {
                decoded.put(id, made);
            }
        });
        return decoded;
    }

    private @Nullable DecodedNode unchanged(String id, NodeDocument node) {
        CompiledNode earlier = before == null ? null : before.node(id);
        // Editors share what they do not change, so that identity is enough, and cheap.
        return earlier != null && earlier.document() == node ? earlier.decoded() : null;
    }

    private DecodedNode decode(String id, NodeDocument node, NodeSpec spec) {
        JsonPointer at = NODES.child(id);
        List<Problem> problems = new ArrayList<>();
        Node made = NodeDecoder.decode(node, spec, scope, at, problem -> problems.add(problem.withNode(id)));
        List<Problem> objections = new ArrayList<>();
        made.check(new Reporter(id, at, objections));
        // What is wrong was decoded as if left out: an objection to that would only confuse.
        objections.removeIf(objection -> problems.stream().anyMatch(problem -> isAbout(objection, problem)));
        problems.addAll(objections);
        return new DecodedNode(spec, made, NodeContents.of(made, spec, at), made.exits(), problems);
    }

    /// Whether one of the two is at the other's place, or inside it.
    private static boolean isAbout(Problem one, Problem other) {
        return one.pointer().isWithin(other.pointer()) || other.pointer().isWithin(one.pointer());
    }

    static Problem unknownType(String id, NodeDocument node, NodeRegistry registry) {
        String hint = DidYouMean.hint(node.type(), registry.names());
        return Problem.error("node-type-unknown", NODES.child(id).child("type"), "The node type \"" + node.type()
                + "\" is not known here" + (hint.isEmpty() ? "; install what provides it, or replace the node" : hint))
                .withNode(id);
    }

    private record Reporter(String nodeId, JsonPointer pointer, List<Problem> found) implements NodeCheck {
        @Override
        public void report(String code, Severity severity, JsonPointer at, String message, @Nullable Fix fix) {
            found.add(new Problem(code, severity, null, nodeId, at, null, message, fix));
        }
    }
}
