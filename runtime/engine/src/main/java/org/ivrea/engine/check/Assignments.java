package org.ivrea.engine.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ivrea.engine.check.FlowGraph.Way;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.spec.NodeContents;
import org.ivrea.engine.spec.NodeContents.Found;
import org.jspecify.annotations.Nullable;

/// Which variables are sure to have a value when a call comes to a node, on whichever way: the classic definite
/// assignment. Only variables without an initial value are tracked; each node's set only shrinks while ways are
/// followed, so that the work is linear in ways and tracked variables.
final class Assignments {
    private final CompiledFlow flow;
    private final FlowGraph graph;
    private final List<String> tracked = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final @Nullable BitSet[] before;

    private Assignments(CheckedFlow checked) {
        flow = checked.flow();
        graph = checked.graph();
        before = new BitSet[flow.nodes().size()];
        Set<String> given = flow.document().inputs().keySet();
        flow.variables().keySet().stream()
                .filter(name -> !flow.initial().containsKey(name) && !given.contains(name)).sorted().forEach(name -> {
                    numbers.put(name, tracked.size());
                    tracked.add(name);
                });
    }

    static Assignments of(CheckedFlow flow) {
        var assignments = new Assignments(flow);
        if (!assignments.tracked.isEmpty()) {
            assignments.follow();
        }
        return assignments;
    }

    /// True when every variable has a value from the beginning.
    boolean isTrivial() {
        return tracked.isEmpty();
    }

    /// True when a call may come to the node before the variable has a value.
    boolean mayBeUnset(String variable, CompiledNode node) {
        Integer number = numbers.get(variable);
        BitSet set = before[node.index()];
        return number != null && set != null && !set.get(number);
    }

    /// From the start nothing is set; and a failure or a hang-up may come at the very first node.
    private void follow() {
        var open = new ArrayDeque<Integer>();
        var waiting = new BitSet();
        for (int entry : new int[] {flow.start(), flow.error(), flow.hangup()}) {
            if (entry != CompiledNode.NOWHERE) {
                meet(entry, new BitSet(), open, waiting);
            }
        }
        while (!open.isEmpty()) {
            int index = open.poll();
            waiting.clear(index);
            CompiledNode node = flow.node(index);
            BitSet set = before[index];
            if (set == null) {
                continue;
            }
            for (Way way : graph.ways(index)) {
                meet(way.target(), after(node, set, way.exit()), open, waiting);
            }
            if (node.hangup() != CompiledNode.NOWHERE) {
                meet(node.hangup(), set, open, waiting);
            }
        }
    }

    private void meet(int node, BitSet arriving, ArrayDeque<Integer> open, BitSet waiting) {
        BitSet known = before[node];
        if (known == null) {
            before[node] = (BitSet) arriving.clone();
        } else {
            int size = known.cardinality();
            known.and(arriving);
            if (known.cardinality() == size) {
                return;
            }
        }
        if (!waiting.get(node)) {
            waiting.set(node);
            open.add(node);
        }
    }

    private BitSet after(CompiledNode node, BitSet set, String exit) {
        NodeContents contents = node.contents();
        if (graph.isFaulty(node) || contents == null) {
            var all = new BitSet(); // what it would set, once it is corrected, is not known
            all.set(0, tracked.size());
            return all;
        }
        if (node.document().disabled() || exit.equals(Exit.ERROR) || contents.targets().isEmpty()) {
            return set;
        }
        var after = (BitSet) set.clone();
        for (Found<NodeContents.Target> target : contents.targets()) {
            Integer number = numbers.get(target.value().name());
            if (number != null && target.value().setOn().holds(exit)) {
                after.set(number);
            }
        }
        return after;
    }
}
