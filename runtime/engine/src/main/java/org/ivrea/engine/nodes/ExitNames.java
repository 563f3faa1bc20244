package org.ivrea.engine.nodes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.NodeCheck;
import org.ivrea.flow.json.JsonPointer;

/// The exits whose names the author chose.
final class ExitNames {
    private static final Set<String> IMPLICIT = Set.of(Exit.ERROR, Exit.HANGUP);

    private ExitNames() {}

    /// One exit per distinct name, followed by the fixed ones.
    static List<Exit> exits(Collection<String> names, Exit... fixed) {
        List<Exit> exits = new ArrayList<>();
        names.stream().distinct().map(Exit::named).forEach(exits::add);
        exits.addAll(List.of(fixed));
        return exits;
    }

    /// Reports a name that every node, or this node, has for an exit of its own.
    ///
    /// @param fixed the node's own exits
    static void check(NodeCheck check, JsonPointer pointer, String name, Exit... fixed) {
        boolean reserved = IMPLICIT.contains(name)
                || List.of(fixed).stream().anyMatch(exit -> exit.name().equals(name));
        if (reserved) {
            check.error("reserved-exit", pointer, "The exit \"" + name + "\" exists already with a meaning of its own;"
                    + " choose another name");
        }
    }

    /// Reports a name that comes twice where each must be distinct.
    static void checkDistinct(NodeCheck check, JsonPointer pointer, String name, Collection<String> before) {
        if (before.contains(name)) {
            check.error("duplicate-exit", pointer, "The exit \"" + name + "\" is there twice; give each its own name");
        }
    }
}
