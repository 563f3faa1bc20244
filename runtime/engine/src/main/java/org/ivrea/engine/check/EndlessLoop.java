package org.ivrea.engine.check;

import com.google.auto.service.AutoService;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ivrea.engine.check.FlowGraph.Way;
import org.ivrea.engine.compile.CompiledNode;

/// Loops in which the caller is never asked and no time passes: nothing but a guard ends them.
@AutoService(FlowRule.class)
public final class EndlessLoop implements FlowRule {
    static final String CODE = "loop-without-wait";

    private static final int MOST_NAMED = 6;
    private static final int[] NONE = {};

    @Override
    public void check(CheckedFlow flow, Findings findings) {
        int size = flow.flow().nodes().size();
        int[][] next = new int[size][];
        for (int node = 0; node < size; node++) {
            next[node] = next(flow, flow.flow().node(node));
        }
        int[] components = Components.of(size, node -> next[node]);
        var seen = new boolean[size];
        for (int node = 0; node < size; node++) {
            List<Integer> loop = seen[components[node]] ? List.of() : loop(node, next, components);
            if (!loop.isEmpty()) {
                seen[components[node]] = true;
                report(flow, loop, findings);
            }
        }
    }

    /// Where calls go on from the node at once; nowhere where time passes.
    private static int[] next(CheckedFlow flow, CompiledNode node) {
        if (!flow.graph().isReachable(node.index()) || !flow.between().passesAtOnce(node)) {
            return NONE;
        }
        List<String> counted = node.spec() == null || node.document().disabled()
                ? List.of()
                : Arrays.asList(node.spec().info().countedExits());
        return flow.graph().ways(node.index()).stream().filter(way -> !counted.contains(way.exit()))
                .mapToInt(Way::target).toArray();
    }

    /// The shortest way from the node back to itself; empty for none.
    private static List<Integer> loop(int start, int[][] next, int[] components) {
        Map<Integer, Integer> cameFrom = new HashMap<>();
        var open = new ArrayDeque<Integer>(List.of(start));
        while (!open.isEmpty()) {
            int node = open.poll();
            for (int target : next[node]) {
                if (components[target] == components[start] && cameFrom.putIfAbsent(target, node) == null) {
                    open.add(target);
                }
            }
        }
        List<Integer> loop = new ArrayList<>();
        Integer node = cameFrom.get(start);
        while (node != null) {
            loop.add(node);
            node = node == start ? null : cameFrom.get(node);
        }
        return loop.reversed();
    }

    private static void report(CheckedFlow flow, List<Integer> loop, Findings findings) {
        CompiledNode first = flow.flow().node(loop.getFirst());
        var names = new ArrayList<String>();
        for (int i = 0; i < Math.min(loop.size(), MOST_NAMED); i++) {
            names.add(flow.flow().node(loop.get(i)).id());
        }
        if (loop.size() > MOST_NAMED) {
            names.add("…");
        }
        names.add(first.id());
        findings.warning(CODE, first, first.pointer(), "In the loop " + String.join(" → ", names)
                + " the caller is never asked and no time passes, so that it may spin until it is stopped;"
                + " ask, play or wait in it, or count its rounds", null);
    }
}
