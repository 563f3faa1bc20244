package org.ivrea.engine.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.node.FlowCall;
import org.ivrea.engine.node.FlowEntry;
import org.ivrea.engine.node.FlowReturn;
import org.jspecify.annotations.Nullable;

/// What flows that enter each other do together.
///
/// *At once* means: without a node that asks the caller or takes time.
public final class FlowRelations {
    private final CompiledProject project;
    private final Map<String, FlowGraph> graphs;
    private final Set<String> entered = new HashSet<>();
    private final Set<String> returningAtOnce;
    private final Set<String> needingCaller;
    private final Set<String> endingCall;
    private final FlowCircles circles;
    private final FlowCircles circlesAtOnce;

    /// @param graphs of all flows of the project, by name
    FlowRelations(CompiledProject project, Map<String, FlowGraph> graphs) {
        this.project = project;
        this.graphs = graphs;
        Map<String, Set<String>> enteredBy = new HashMap<>();
        Map<String, List<CompiledFlow>> entering = new HashMap<>();
        for (CompiledFlow flow : project.flows().values()) {
            Set<String> others = enteredBy(flow, _ -> true);
            enteredBy.put(flow.name(), others);
            others.stream().filter(other -> !other.equals(flow.name())).forEach(entered::add);
            others.forEach(other -> entering.computeIfAbsent(other, _ -> new ArrayList<>()).add(flow));
        }
        returningAtOnce = spread(entering, this::returnsAtOnce);
        needingCaller = spread(entering, (flow, known) -> firstNeedingCaller(flow, known) != null);
        endingCall = spread(entering, this::endsCall);
        circles = new FlowCircles(enteredBy);
        Map<String, Set<String>> enteredAtOnce = new HashMap<>();
        for (CompiledFlow flow : project.flows().values()) {
            BitSet reached = reachedAtOnce(flow, returningAtOnce);
            enteredAtOnce.put(flow.name(), enteredBy(flow, node -> reached.get(node.index())));
        }
        circlesAtOnce = new FlowCircles(enteredAtOnce);
    }

    /// True when another flow enters this one.
    public boolean isEntered(CompiledFlow flow) {
        return entered.contains(flow.name());
    }

    /// A node of the flow that needs the caller, or enters a flow that does.
    ///
    /// @return `null` for none
    public @Nullable CompiledNode needingCaller(CompiledFlow flow) {
        return firstNeedingCaller(flow, needingCaller);
    }

    /// True when the call may end in the flow, called as a subflow.
    public boolean mayEndCall(CompiledFlow flow) {
        return endingCall.contains(flow.name());
    }

    /// True when each of the flows leads to the other; for one and the same flow, always.
    public boolean isCircle(CompiledFlow flow, CompiledFlow other) {
        return circles.contains(flow.name(), other.name());
    }

    /// The same, at once.
    public boolean isCircleAtOnce(CompiledFlow flow, CompiledFlow other) {
        return circlesAtOnce.contains(flow.name(), other.name());
    }

    /// True when calls can go through the node at once.
    public boolean passesAtOnce(CompiledNode node) {
        return passesAtOnce(node, returningAtOnce);
    }

    /// The nodes to which calls come at once from the flow's start.
    public BitSet reachedAtOnce(CompiledFlow flow) {
        return reachedAtOnce(flow, returningAtOnce);
    }

    private static boolean passesAtOnce(CompiledNode node, Set<String> returning) {
        if (node.spec() == null || !node.document().disabled() && node.spec().info().waits()) {
            return false;
        }
        return !(CheckedFlow.entry(node) instanceof FlowCall call) || returning.contains(call.flow().name());
    }

    private BitSet reachedAtOnce(CompiledFlow flow, Set<String> returning) {
        var reached = new BitSet();
        if (flow.start() == CompiledNode.NOWHERE) {
            return reached;
        }
        FlowGraph graph = graph(flow);
        var open = new ArrayDeque<Integer>();
        reached.set(flow.start());
        open.push(flow.start());
        while (!open.isEmpty()) {
            int node = open.pop();
            if (!passesAtOnce(flow.node(node), returning)) {
                continue;
            }
            for (FlowGraph.Way way : graph.ways(node)) {
                if (!reached.get(way.target())) {
                    reached.set(way.target());
                    open.push(way.target());
                }
            }
        }
        return reached;
    }

    private FlowGraph graph(CompiledFlow flow) {
        return Objects.requireNonNull(graphs.get(flow.name()));
    }

    /// The names of the existing flows that nodes of the flow enter.
    private Set<String> enteredBy(CompiledFlow flow, Predicate<CompiledNode> which) {
        Set<String> names = new HashSet<>();
        for (CompiledNode node : flow.nodes()) {
            FlowEntry entry = CheckedFlow.entry(node);
            if (entry != null && project.flow(entry.flow().name()) != null && graph(flow).isReachable(node.index())
                    && which.test(node)) {
                names.add(entry.flow().name());
            }
        }
        return names;
    }

    /// The flows of which something is true that may follow from the same being true of flows that they enter: when it
    /// turns out to be true of one, those that enter it are looked at again.
    ///
    /// @param rule tells by the flow and the names of the others of which it is known to be true
    private Set<String> spread(Map<String, List<CompiledFlow>> entering,
            BiPredicate<CompiledFlow, Set<String>> rule) {
        Set<String> known = new HashSet<>();
        var open = new ArrayDeque<>(project.flows().values());
        while (!open.isEmpty()) {
            CompiledFlow flow = open.poll();
            if (!known.contains(flow.name()) && rule.test(flow, known)) {
                known.add(flow.name());
                open.addAll(entering.getOrDefault(flow.name(), List.of()));
            }
        }
        return known;
    }

    private boolean returnsAtOnce(CompiledFlow flow, Set<String> returning) {
        return reachedAtOnce(flow, returning).stream().mapToObj(flow::node)
                .anyMatch(node -> node.node() instanceof FlowReturn && !node.document().disabled()
                        || entersForGood(node, returning));
    }

    private static boolean entersForGood(CompiledNode node, Set<String> flows) {
        FlowEntry entry = CheckedFlow.entry(node);
        return entry != null && !(entry instanceof FlowCall) && flows.contains(entry.flow().name());
    }

    private @Nullable CompiledNode firstNeedingCaller(CompiledFlow flow, Set<String> needing) {
        for (CompiledNode node : flow.nodes()) {
            if (graph(flow).isDuringCall(node.index()) && node.spec() != null && !node.document().disabled()) {
                FlowEntry entry = CheckedFlow.entry(node);
                if (node.spec().info().media() || entry != null && needing.contains(entry.flow().name())) {
                    return node;
                }
            }
        }
        return null;
    }

    private boolean endsCall(CompiledFlow flow, Set<String> ending) {
        for (CompiledNode node : flow.nodes()) {
            if (!graph(flow).isDuringCall(node.index())) {
                continue;
            }
            FlowEntry entry = CheckedFlow.entry(node);
            boolean ends = entry != null && ending.contains(entry.flow().name())
                    || graph(flow).mayEnd(node) && !(node.node() instanceof FlowReturn)
                            && (entry == null || entry instanceof FlowCall);
            if (ends) {
                return true;
            }
        }
        return false;
    }
}
