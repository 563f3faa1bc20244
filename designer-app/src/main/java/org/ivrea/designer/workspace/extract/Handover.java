package org.ivrea.designer.workspace.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.engine.compile.CompiledFlow;

/// Which variables a part of a flow shares with the rest.
///
/// @param given    needed inside, but not outside afterwards: they become inputs
/// @param returned set inside, and needed outside afterwards: they become outputs
/// @param kept     those of the returned ones whose value from before may come out again, so that it has to go in as well
/// @param unsure   those of the returned ones that may leave without a value by some exit that does not need it
/// @param own      used nowhere else: they move
record Handover(SortedSet<String> given, SortedSet<String> returned, SortedSet<String> kept,
        SortedSet<String> unsure, SortedSet<String> own) {

    static Handover of(CompiledFlow flow, Border border, String entry) {
        var inner = new VariableFlow(flow, border.inside());
        Set<String> neededInside = inner.needed().getOrDefault(entry, Set.of());
        Map<String, Set<String>> settled = inner.settled(entry);
        var whole = new VariableFlow(flow, flow.document().nodes().keySet());
        Map<String, Set<String>> needed = whole.needed();
        // A call may end inside, and what is set there by then is handed over even so.
        Set<String> handled = whole.neededByHandlers();
        Set<String> written = new HashSet<>();
        Set<String> mentioned = new HashSet<>();
        for (String id : border.inside()) {
            written.addAll(inner.use(id).writes());
            mentioned.addAll(inner.use(id).reads());
            var node = flow.node(id);
            if (node != null && node.contents() != null) {
                node.contents().expressions().forEach(it -> mentioned.addAll(it.value().reads()));
            }
        }
        mentioned.addAll(written);
        mentioned.retainAll(flow.variables().keySet());
        var result = new Handover(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(),
                new TreeSet<>());
        for (String variable : mentioned) {
            boolean out = written.contains(variable)
                    && (handled.contains(variable) || border.leaving().keySet().stream()
                            .anyMatch(target -> needed.getOrDefault(target, Set.of()).contains(variable)));
            if (out) {
                result.returned.add(variable);
                boolean keeps = neededInside.contains(variable) || border.leaving().entrySet().stream()
                        .anyMatch(exit -> needed.getOrDefault(exit.getKey(), Set.of()).contains(variable)
                                && !isSettled(variable, exit.getValue(), inner, settled));
                if (keeps) {
                    result.kept.add(variable);
                } else if (border.leaving().values().stream()
                        .anyMatch(edges -> !isSettled(variable, edges, inner, settled))) {
                    result.unsure.add(variable);
                }
            } else if (neededInside.contains(variable)) {
                result.given.add(variable);
            } else {
                result.own.add(variable);
            }
        }
        return result;
    }

    private static boolean isSettled(String variable, List<ExitRef> edges, VariableFlow inner,
            Map<String, Set<String>> settled) {
        return edges.stream().allMatch(edge -> settled.getOrDefault(edge.node(), Set.of()).contains(variable)
                || inner.use(edge.node()).setOn(edge.exit()).contains(variable)
                // Calls never come there.
                || !settled.containsKey(edge.node()));
    }
}
