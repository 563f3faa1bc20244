package org.ivrea.engine.check;

import com.google.auto.service.AutoService;
import java.util.List;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.node.Exit;
import org.ivrea.flow.json.JsonPointer;

/// Ways that end without saying so: at an exit that leads nowhere, the call is hung up. After the hang-up that is how
/// handlers end.
@AutoService(FlowRule.class)
public final class UnwiredExit implements FlowRule {
    static final String CODE = "exit-unwired";
    static final String DEAD_END = "dead-end";

    @Override
    public void check(CheckedFlow flow, Findings findings) {
        for (CompiledNode node : flow.flow().nodes()) {
            if (flow.graph().isDuringCall(node.index()) && !flow.graph().isFaulty(node)) {
                check(node, findings);
            }
        }
    }

    private static void check(CompiledNode node, Findings findings) {
        boolean disabled = node.document().disabled();
        List<Exit> exits = disabled && !node.exits().isEmpty() ? node.exits().subList(0, 1) : node.exits();
        if (exits.isEmpty()) {
            if (disabled) {
                findings.warning(DEAD_END, node, node.pointer(), "\"" + node.id()
                        + "\" is disabled and has no exit, so that calls just end here; enable it, or lead round it",
                        null);
            }
            return;
        }
        List<Exit> unwired = exits.stream().filter(exit -> node.document().target(exit.name()) == null).toList();
        JsonPointer at = node.pointer().child("exits");
        if (unwired.size() == node.exits().size()) {
            findings.warning(DEAD_END, node, at, "No exit of \"" + node.id()
                    + "\" is wired: calls are hung up here; lead them to a node, if only one that hangs up", null);
            return;
        }
        for (Exit exit : unwired) {
            findings.warning(CODE, node, at.child(exit.name()), "The exit \"" + exit.name() + "\" of \"" + node.id()
                    + "\" is not wired: calls that leave by it are hung up; lead it to a node, if only one that hangs"
                    + " up", null);
        }
    }
}
