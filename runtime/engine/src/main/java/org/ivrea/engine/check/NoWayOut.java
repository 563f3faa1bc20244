package org.ivrea.engine.check;

import com.google.auto.service.AutoService;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.ivrea.engine.check.FlowGraph.Way;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.node.Exit;

/// Parts of a flow that calls can enter but never leave: no way ends, hands over or returns.
@AutoService(FlowRule.class)
public final class NoWayOut implements FlowRule {
    static final String CODE = "no-way-out";

    @Override
    public void check(CheckedFlow flow, Findings findings) {
        int size = flow.flow().nodes().size();
        BitSet caught = caught(flow);
        if (caught.isEmpty()) {
            return;
        }
        int[] components = Components.of(size, node -> caught.get(node)
                ? ways(flow, node).mapToInt(Way::target).toArray()
                : new int[0]);
        var left = new BitSet();
        var seen = new BitSet();
        caught.stream().forEach(node -> ways(flow, node).filter(way -> components[way.target()] != components[node])
                .forEach(_ -> left.set(components[node])));
        caught.stream().filter(node -> !left.get(components[node]) && !seen.get(components[node])).forEach(node -> {
            seen.set(components[node]);
            CompiledNode first = flow.flow().node(node);
            findings.warning(CODE, first, first.pointer(), "From \"" + first.id() + "\" on, no way ends the call, hands"
                    + " it over or returns: only the caller or a failure can; lead an exit out of the circle", null);
        });
    }

    /// The nodes from which no end can be reached.
    private static BitSet caught(CheckedFlow flow) {
        int size = flow.flow().nodes().size();
        List<List<Integer>> before = new ArrayList<>(size);
        for (int node = 0; node < size; node++) {
            before.add(new ArrayList<>(2));
        }
        var open = new ArrayDeque<Integer>();
        var caught = new BitSet();
        for (CompiledNode node : flow.flow().nodes()) {
            if (!flow.graph().isDuringCall(node.index())) {
                continue;
            }
            if (mayEnd(flow, node)) {
                open.push(node.index());
            } else {
                caught.set(node.index());
            }
            for (Way way : flow.graph().ways(node.index())) {
                if (!way.exit().equals(Exit.ERROR)) {
                    before.get(way.target()).add(node.index());
                }
            }
        }
        while (!open.isEmpty()) {
            for (int node : before.get(open.pop())) {
                if (caught.get(node)) {
                    caught.clear(node);
                    open.push(node);
                }
            }
        }
        return caught;
    }

    private static boolean mayEnd(CheckedFlow flow, CompiledNode node) {
        CompiledFlow entered = flow.entered(node);
        return flow.graph().mayEnd(node) || entered != null && flow.between().mayEndCall(entered);
    }

    /// Where calls go on as long as nothing fails.
    private static Stream<Way> ways(CheckedFlow flow, int node) {
        return flow.graph().ways(node).stream().filter(way -> !way.exit().equals(Exit.ERROR));
    }
}
