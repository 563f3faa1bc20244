package org.ivrea.designer.workspace.extract;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.FlowReturn;
import org.ivrea.engine.spec.NodeContents;

/// What a node does with the variables of its flow.
///
/// @param reads    those whose value from before it needs
/// @param contents `null` for a node that does nothing with variables
record NodeUse(Set<String> reads, @org.jspecify.annotations.Nullable NodeContents contents) {
    private static final NodeUse NONE = new NodeUse(Set.of(), null);

    static NodeUse of(CompiledFlow flow, CompiledNode node) {
        NodeContents contents = node.contents();
        if (contents == null || node.document().disabled()) {
            return NONE;
        }
        // What it sets before it says it, such as what was entered, it does not need; what it assigns in order, it
        // needs until then.
        Set<String> settled = new HashSet<>();
        contents.targets().forEach(target -> settled.add(target.value().name()));
        contents.assignments().forEach(assignment -> settled.remove(assignment.variable()));
        Set<String> reads = new HashSet<>();
        for (var expression : contents.expressions()) {
            expression.value().reads().stream().filter(name -> !settled.contains(name)).forEach(reads::add);
            contents.assignments().stream().filter(assignment -> assignment.at().equals(expression.at()))
                    .forEach(assignment -> settled.add(assignment.variable()));
        }
        if (node.node() instanceof FlowReturn returning) {
            flow.document().outputs().keySet().stream().filter(name -> !returning.outputs().containsKey(name))
                    .forEach(reads::add);
        }
        reads.retainAll(flow.variables().keySet());
        return new NodeUse(reads, contents);
    }

    /// The variables that are sure to be set when calls leave by the exit.
    Set<String> setOn(String exit) {
        return contents == null || exit.equals(Exit.ERROR) || exit.equals(Exit.HANGUP)
                ? Set.of()
                : contents.targets().stream().filter(target -> target.value().setOn().holds(exit))
                        .map(target -> target.value().name()).collect(Collectors.toSet());
    }

    /// The variables that it may set.
    Set<String> writes() {
        return contents == null
                ? Set.of()
                : contents.targets().stream().map(target -> target.value().name()).collect(Collectors.toSet());
    }
}
