package org.ivrea.engine.spec;

import java.util.function.Consumer;
import org.ivrea.engine.expression.Scope;
import org.ivrea.engine.node.Node;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;

/// Makes runnable nodes of what a file says. Misspelt fields are not its business: reading the file reports them.
public final class NodeDecoder {
    private NodeDecoder() {}

    /// The node. A field that is wrong is reported and decoded as if it was left out, so that there always is a node;
    /// after an error it must not run.
    ///
    /// @param pointer of the node in the document
    public static Node decode(NodeDocument document, NodeSpec spec, Scope scope, JsonPointer pointer,
            Consumer<Problem> problems) {
        var decoder = new ValueDecoder(scope, problems);
        return (Node) decoder.record(spec.record(), Json.obj(document.fields()), pointer);
    }

    /// The node that a palette puts down: all fields as if they were left out, no exit wired. Required fields are still
    /// to be filled in.
    public static NodeDocument fresh(NodeSpec spec, Scope scope) {
        NodeDocument document = NodeDocument.of(spec.name());
        Node node = decode(document, spec, scope, JsonPointer.ROOT, _ -> {});
        for (var exit : node.exits()) {
            document = document.withExit(exit.name(), null);
        }
        return document;
    }
}
