package org.ivrea.engine.compile;

import java.util.List;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.spec.NodeContents;
import org.ivrea.engine.spec.NodeSpec;
import org.ivrea.flow.problem.Problem;

/// What a node's fields say, wherever its exits lead.
///
/// @param problems found on the way, without file
record DecodedNode(NodeSpec spec, Node node, NodeContents contents, List<Exit> exits, List<Problem> problems) {
    DecodedNode {
        exits = List.copyOf(exits);
        problems = List.copyOf(problems);
    }
}
