package org.ivrea.engine.check;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.node.Exit;
import org.ivrea.flow.document.ExitTarget;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.problem.DidYouMean;
import org.ivrea.flow.problem.Fix;

/// Exits in the file that the node does not have: left over from an edit, or misspelt.
@AutoService(FlowRule.class)
public final class UnknownExit implements FlowRule {
    static final String CODE = "exit-unknown";

    private static final Set<String> IMPLICIT = Set.of(Exit.ERROR, Exit.HANGUP);

    @Override
    public void check(CheckedFlow flow, Findings findings) {
        for (CompiledNode node : flow.flow().nodes()) {
            if (!flow.graph().isFaulty(node)) {
                check(node, findings);
            }
        }
    }

    private static void check(CompiledNode node, Findings findings) {
        List<String> known = node.exits().stream().map(Exit::name).toList();
        for (Map.Entry<String, ExitTarget> exit : node.document().exits().entrySet()) {
            String name = exit.getKey();
            if (name.isEmpty() || known.contains(name) || node.runs() && IMPLICIT.contains(name)) {
                continue;
            }
            List<String> free = known.stream().filter(other -> node.document().target(other) == null).toList();
            String meant = DidYouMean.closest(name, free);
            findings.warning(CODE, node, node.pointer().child("exits").child(name),
                    "\"" + node.id() + "\" has no exit \"" + name + "\""
                            + (meant == null ? "; remove it from \"exits\"" : "; did you mean \"" + meant + "\"?"),
                    meant == null ? removal(node.id(), name) : renaming(node.id(), name, meant));
        }
    }

    private static Fix removal(String id, String exit) {
        return new Fix("Remove the exit", flow -> flow.withNode(id, node -> node.withoutExit(exit)));
    }

    private static Fix renaming(String id, String exit, String meant) {
        return new Fix("Rename to \"" + meant + "\"", flow -> flow.withNode(id, node -> renamed(node, exit, meant)));
    }

    private static NodeDocument renamed(NodeDocument node, String exit, String meant) {
        return node.exits().containsKey(exit) && node.target(meant) == null
                ? node.withExit(meant, node.target(exit)).withoutExit(exit)
                : node;
    }
}
