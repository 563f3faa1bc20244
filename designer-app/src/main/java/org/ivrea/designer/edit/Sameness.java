package org.ivrea.designer.edit;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;

/// Whether two documents say the same in the same order. Equal ones may differ in the order of variables and of the
/// members of objects, which authors choose and files keep.
public final class Sameness {
    private Sameness() {}

    public static boolean of(FlowDocument one, FlowDocument other) {
        return one == other || one.equals(other) && sameOrder(one.inputs(), other.inputs())
                && sameOrder(one.outputs(), other.outputs()) && sameOrder(one.variables(), other.variables())
                && sameNodes(one, other);
    }

    private static boolean sameNodes(FlowDocument one, FlowDocument other) {
        for (Map.Entry<String, NodeDocument> entry : one.nodes().entrySet()) {
            NodeDocument node = entry.getValue();
            NodeDocument its = other.node(entry.getKey());
            if (its == null || its != node && !its.fields().toString().equals(node.fields().toString())) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameOrder(SequencedMap<String, ?> one, SequencedMap<String, ?> other) {
        return List.copyOf(one.sequencedKeySet()).equals(List.copyOf(other.sequencedKeySet()))
                && one.toString().equals(other.toString());
    }
}
