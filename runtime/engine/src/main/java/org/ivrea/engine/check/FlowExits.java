package org.ivrea.engine.check;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.node.FlowCall;
import org.ivrea.engine.node.FlowReturn;
import org.ivrea.engine.spec.NodeContents;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.DidYouMean;
import org.ivrea.flow.problem.Fix;

/// The exits at which a flow returns are those that it declares, and those that its callers expect.
@AutoService(FlowRule.class)
public final class FlowExits extends NodeRule {
    static final String UNKNOWN = "flow-exit-unknown";
    static final String MISSING = "flow-exit-missing";
    static final String UNDECLARED = "return-exit-undeclared";

    @Override
    void check(CheckedFlow flow, CompiledNode node, NodeContents contents, Findings findings) {
        CompiledFlow entered = flow.entered(node);
        if (entered != null && node.node() instanceof FlowCall call && !flow.graph().isFaulty(node)) {
            calls(node, call, entered, findings);
        }
        if (node.node() instanceof FlowReturn returning && !flow.graph().isFaulty(node)
                && !declared(flow.flow()).contains(returning.exit())) {
            returns(flow.flow(), node, returning.exit(), findings);
        }
    }

    private static Set<String> declared(CompiledFlow flow) {
        List<String> exits = flow.document().exits();
        return exits.isEmpty() ? Set.of(FlowReturn.DEFAULT_EXIT) : new LinkedHashSet<>(exits);
    }

    private static void calls(CompiledNode node, FlowCall call, CompiledFlow entered, Findings findings) {
        JsonPointer at = node.pointer().child("results");
        Set<String> declared = declared(entered);
        List<String> missing = declared.stream().filter(exit -> !call.results().contains(exit)).toList();
        for (int i = 0; i < call.results().size(); i++) {
            String exit = call.results().get(i);
            if (!declared.contains(exit)) {
                String meant = DidYouMean.closest(exit, missing);
                findings.warning(UNKNOWN, node, at.child(i), "The flow \"" + entered.name() + "\" declares no exit \""
                        + exit + "\", so that this one is never taken" + (meant == null
                                ? "; remove it, or declare it there"
                                : "; did you mean \"" + meant + "\"?"),
                        meant == null ? removal(node, exit) : renaming(node, exit, meant));
            }
        }
        for (String exit : missing) {
            findings.error(MISSING, node, at, "The flow \"" + entered.name() + "\" may return at its exit \"" + exit
                    + "\", which this node does not have; add it", addition(node, exit));
        }
    }

    private static void returns(CompiledFlow flow, CompiledNode node, String exit, Findings findings) {
        String meant = DidYouMean.closest(exit, declared(flow));
        findings.error(UNDECLARED, node, node.pointer().child("exit"), "This flow declares no exit \"" + exit + "\""
                + (meant == null ? "; add it to the flow's exits" : "; did you mean \"" + meant + "\"?"),
                meant == null
                        ? declaration(exit)
                        : FieldEdits.replacement(node, node.pointer().child("exit"), exit, meant));
    }

    private static Fix declaration(String exit) {
        return new Fix("Add \"" + exit + "\" to the flow's exits", document -> {
            if (document.exits().contains(exit)) {
                return document;
            }
            List<String> exits = new ArrayList<>(document.exits());
            exits.add(exit);
            return document.withExits(exits);
        });
    }

    private static Fix addition(CompiledNode node, String exit) {
        return results(node, "Add the exit \"" + exit + "\"", (document, results) -> {
            if (!results.contains(exit)) {
                results.add(exit);
            }
            return document.exits().containsKey(exit) ? document : document.withExit(exit, null);
        });
    }

    private static Fix removal(CompiledNode node, String exit) {
        return results(node, "Remove the exit", (document, results) -> {
            if (results.size() > 1 && results.remove(exit)) {
                return document.withoutExit(exit);
            }
            return document;
        });
    }

    private static Fix renaming(CompiledNode node, String exit, String meant) {
        return results(node, "Rename to \"" + meant + "\"", (document, results) -> {
            if (!results.contains(exit) || results.contains(meant)) {
                return document;
            }
            results.replaceAll(result -> result.equals(exit) ? meant : result);
            return document.withExit(meant, document.target(exit)).withoutExit(exit);
        });
    }

    private interface Edit {
        /// @param results to be changed in place
        NodeDocument apply(NodeDocument document, List<String> results);
    }

    /// Changes the exits that the node lists, and their wires with them.
    private static Fix results(CompiledNode node, String label, Edit edit) {
        return new Fix(label, flow -> flow.withNode(node.id(), document -> {
            List<String> before = listed(document);
            List<String> after = new ArrayList<>(before);
            NodeDocument edited = edit.apply(document, after);
            return after.equals(before)
                    ? document
                    : edited.withField("results", Json.arr(after.stream().map(Json::of).toList()));
        }));
    }

    private static List<String> listed(NodeDocument document) {
        if (!(document.fields().get("results") instanceof Json.Arr(var items))) {
            return List.of(FlowReturn.DEFAULT_EXIT);
        }
        List<String> listed = new ArrayList<>();
        items.forEach(item -> listed.add(String.valueOf(item.asText())));
        return listed;
    }
}
