package org.ivrea.engine.spec;

import java.util.List;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.engine.node.NodeInfo;
import org.ivrea.engine.node.NodeType;
import org.ivrea.flow.codec.Shape;

/// Everything there is to know about a node type without running it.
///
/// @param shape what the canonical form must know
public record NodeSpec(NodeInfo info, RecordSpec record, Shape shape) {

    static NodeSpec of(NodeType type) {
        RecordSpec record = RecordReader.read(type.node());
        return new NodeSpec(type.info(), record, record.shape());
    }

    public String name() {
        return info.name();
    }

    public String label() {
        return info.label();
    }

    public NodeGroup group() {
        return info.group();
    }

    public List<FieldSpec> fields() {
        return record.fields();
    }
}
