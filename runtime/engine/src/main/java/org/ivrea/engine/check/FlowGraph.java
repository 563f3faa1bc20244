package org.ivrea.engine.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.node.Exit;
import org.ivrea.flow.document.ExitTarget;

/// How calls can go through a flow. Nodes are known by their index.
///
/// A node that has errors may have lost exits in decoding: it is taken to have all those that its file wires.
public final class FlowGraph {

    /// A wired exit.
    public record Way(String exit, int target) {}

    private final CompiledFlow flow;
    private final Set<String> faulty;
    private final List<List<Way>> ways;
    private final BitSet duringCall = new BitSet();
    private final BitSet afterCall = new BitSet();

    /// @param faulty ids of nodes that have errors
    FlowGraph(CompiledFlow flow, Set<String> faulty) {
        this.flow = flow;
        this.faulty = faulty;
        this.ways = new ArrayList<>(flow.nodes().size());
        for (CompiledNode node : flow.nodes()) {
            ways.add(waysOf(node));
        }
        reach();
    }

    private List<Way> waysOf(CompiledNode node) {
        List<Way> found = new ArrayList<>();
        if (isFaulty(node)) {
            for (Map.Entry<String, ExitTarget> exit : node.document().exits().entrySet()) {
                Integer target = flow.ids().get(String.valueOf(exit.getValue().nodeId()));
                if (target != null && !exit.getKey().equals(Exit.HANGUP)) {
                    found.add(new Way(exit.getKey(), target));
                }
            }
            return found;
        }
        // Calls leave a disabled node by its first exit.
        int taken = node.document().disabled() ? Math.min(1, node.exits().size()) : node.exits().size();
        for (int i = 0; i < taken; i++) {
            add(node.exits().get(i).name(), node.target(i), found);
        }
        if (!node.document().disabled()) {
            add(Exit.ERROR, node.error(), found);
        }
        return found;
    }

    private static void add(String exit, int target, List<Way> found) {
        if (target != CompiledNode.NOWHERE) {
            found.add(new Way(exit, target));
        }
    }

    private void reach() {
        if (flow.start() == CompiledNode.NOWHERE) {
            return;
        }
        spread(flow.start(), duringCall);
        spread(flow.error(), duringCall);
        spread(flow.hangup(), afterCall);
        duringCall.stream().map(node -> flow.node(node).hangup()).forEach(handler -> spread(handler, afterCall));
    }

    private void spread(int from, BitSet reached) {
        if (from == CompiledNode.NOWHERE || reached.get(from)) {
            return;
        }
        var open = new ArrayDeque<Integer>();
        reached.set(from);
        open.push(from);
        while (!open.isEmpty()) {
            for (Way way : ways.get(open.pop())) {
                if (!reached.get(way.target())) {
                    reached.set(way.target());
                    open.push(way.target());
                }
            }
        }
    }

    /// True for nodes that have errors already: what they lack may be a consequence.
    public boolean isFaulty(CompiledNode node) {
        return node.spec() == null || faulty.contains(node.id());
    }

    /// True when the flow or the call may end at the node, if only because an exit is not wired.
    public boolean mayEnd(CompiledNode node) {
        if (node.spec() == null || isFaulty(node) || node.exits().isEmpty() || node.target(0) == CompiledNode.NOWHERE) {
            return true;
        }
        if (node.document().disabled()) {
            return false;
        }
        for (int i = 1; i < node.exits().size(); i++) {
            if (node.target(i) == CompiledNode.NOWHERE) {
                return true;
            }
        }
        return node.spec().info().ends();
    }

    /// The wired exits by which calls leave the node, without `hangup`.
    public List<Way> ways(int node) {
        return ways.get(node);
    }

    /// Calls come here while there is a caller.
    public boolean isDuringCall(int node) {
        return duringCall.get(node);
    }

    /// Calls come here once the caller has hung up.
    public boolean isAfterCall(int node) {
        return afterCall.get(node);
    }

    public boolean isReachable(int node) {
        return duringCall.get(node) || afterCall.get(node);
    }
}
