package org.ivrea.engine.check;

import com.google.auto.service.AutoService;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.expression.VariableSpec;
import org.ivrea.engine.node.FlowEntry;
import org.ivrea.engine.spec.NodeContents;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.DidYouMean;

/// What is handed over to another flow must be what that takes.
@AutoService(FlowRule.class)
public final class FlowInputs extends NodeRule {
    static final String UNKNOWN = "input-unknown";
    static final String MISSING = "input-missing";
    static final String TYPE = "input-type";

    @Override
    void check(CheckedFlow flow, CompiledNode node, NodeContents contents, Findings findings) {
        FlowEntry entry = CheckedFlow.entry(node);
        CompiledFlow entered = flow.entered(node);
        if (entry == null || entered == null) {
            return;
        }
        JsonPointer at = node.pointer().child("inputs");
        var declared = entered.document().inputs();
        entry.inputs().forEach((input, value) -> {
            VariableSpec spec = entered.variables().get(input);
            if (!declared.containsKey(input)) {
                unknown(node, entry, entered, input, at, findings);
            } else if (spec != null && !spec.type().takes(value.type())) {
                findings.error(TYPE, node, at.child(input), "The input \"" + input + "\" of the flow \""
                        + entered.name() + "\" is " + spec.type().words() + ", which " + value.type().words()
                        + " cannot become; convert it", null);
            }
        });
        declared.forEach((input, declaration) -> {
            if (!entry.inputs().containsKey(input) && (declaration.initial() == null
                    || declaration.initial() == Json.NULL) && !flow.graph().isFaulty(node)) {
                findings.error(MISSING, node, at, "The flow \"" + entered.name() + "\" needs its input \"" + input
                        + "\"; hand it over, or give it an initial value there", null);
            }
        });
    }

    private static void unknown(CompiledNode node, FlowEntry entry, CompiledFlow entered, String input,
            JsonPointer at, Findings findings) {
        String meant = DidYouMean.closest(input,
                entered.document().inputs().keySet().stream().filter(name -> !entry.inputs().containsKey(name))
                        .toList());
        findings.warning(UNKNOWN, node, at.child(input), "The flow \"" + entered.name() + "\" has no input \"" + input
                + (meant == null ? "\"; declare it there, or remove it here" : "\"; did you mean \"" + meant + "\"?"),
                meant == null
                        ? FieldEdits.removal(node, at, input, "Remove the input")
                        : FieldEdits.renaming(node, at, input, meant));
    }
}
