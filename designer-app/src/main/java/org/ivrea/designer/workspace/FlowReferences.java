package org.ivrea.designer.workspace;

import org.ivrea.engine.spec.FieldKind;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.document.FlowDocument;

/// The nodes that name other flows, under a new name of one of these.
final class FlowReferences {
    private final NodeTextChange change;

    FlowReferences(NodeRegistry registry, String flow, String newName) {
        this.change = new NodeTextChange(registry,
                (text, kind) -> kind instanceof FieldKind.Flow && text.equals(flow) ? newName : text);
    }

    /// The flow with the other flow called by its new name; the flow itself when it does not name it.
    FlowDocument renamed(FlowDocument flow) {
        return change.in(flow);
    }
}
