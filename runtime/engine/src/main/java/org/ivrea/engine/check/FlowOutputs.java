package org.ivrea.engine.check;

import com.google.auto.service.AutoService;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.expression.VariableSpec;
import org.ivrea.engine.node.FlowCall;
import org.ivrea.engine.node.FlowReturn;
import org.ivrea.engine.spec.NodeContents;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.DidYouMean;
import org.jspecify.annotations.Nullable;

/// What a flow gives back must be what it declares, and what its caller takes.
@AutoService(FlowRule.class)
public final class FlowOutputs extends NodeRule {
    static final String UNKNOWN = "output-unknown";
    static final String TYPE = "output-type";

    @Override
    void check(CheckedFlow flow, CompiledNode node, NodeContents contents, Findings findings) {
        JsonPointer at = node.pointer().child("outputs");
        CompiledFlow entered = flow.entered(node);
        if (entered != null && node.node() instanceof FlowCall call) {
            call.outputs().forEach((output, target) -> {
                if (!entered.document().outputs().containsKey(output)) {
                    unknown(node, output, entered.document(), "The flow \"" + entered.name() + "\" has no output \""
                            + output + "\"", at, findings);
                } else {
                    checkType(node, at.child(output), "The output \"" + output + "\"", entered.variables().get(output),
                            flow.flow().variables().get(target.name()), "the variable \"" + target.name() + "\"",
                            findings);
                }
            });
        }
        if (node.node() instanceof FlowReturn returning) {
            returning.outputs().forEach((output, value) -> {
                if (!flow.flow().document().outputs().containsKey(output)) {
                    unknown(node, output, flow.flow().document(), "This flow declares no output \"" + output + "\"", at,
                            findings);
                } else {
                    checkType(node, at.child(output), "The value", new VariableSpec(value.type(), false),
                            flow.flow().variables().get(output), "the output \"" + output + "\"", findings);
                }
            });
        }
    }

    private static void unknown(CompiledNode node, String output, FlowDocument declaring, String what, JsonPointer at,
            Findings findings) {
        String meant = DidYouMean.closest(output, declaring.outputs().keySet());
        findings.error(UNKNOWN, node, at.child(output), what
                + (meant == null ? "; declare it there, or remove it here" : "; did you mean \"" + meant + "\"?"),
                meant == null
                        ? FieldEdits.removal(node, at, output, "Remove the output")
                        : FieldEdits.renaming(node, at, output, meant));
    }

    private static void checkType(CompiledNode node, JsonPointer at, String what, @Nullable VariableSpec from,
            @Nullable VariableSpec to, String target, Findings findings) {
        if (from != null && to != null && !to.type().takes(from.type())) {
            findings.error(TYPE, node, at, what + " is " + from.type().words() + " and cannot become "
                    + to.type().words() + " for " + target + "; convert it, or change a type", null);
        }
    }
}
