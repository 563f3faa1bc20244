package org.ivrea.engine.check;

import com.google.auto.service.AutoService;
import java.util.Set;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.spec.NodeContents;
import org.ivrea.engine.spec.NodeContents.Found;
import org.ivrea.flow.problem.DidYouMean;
import org.ivrea.flow.project.ResourceKind;

/// Names of queues, services and other resources that the project does not declare: no server would know that it has to
/// bind them.
@AutoService(FlowRule.class)
public final class UndeclaredResource extends NodeRule {
    static final String CODE = "resource-undeclared";

    @Override
    void check(CheckedFlow flow, CompiledNode node, NodeContents contents, Findings findings) {
        for (Found<NodeContents.Resource> found : contents.resources()) {
            String name = found.value().name();
            ResourceKind kind = ResourceKind.of(found.value().kind());
            if (kind == null) {
                continue;
            }
            Set<String> declared = flow.project().project().settings().resources(kind).keySet();
            if (!declared.contains(name)) {
                String meant = DidYouMean.closest(name, declared);
                findings.warning(CODE, node, found.at(), "The project declares no " + kind.key() + " \"" + name
                        + "\", so that no server is told to bind it" + (meant == null
                                ? "; add it to \"resources\" in project.json"
                                : "; did you mean \"" + meant + "\"?"),
                        meant == null ? null : FieldEdits.replacement(node, found.at(), name, meant));
            }
        }
    }
}
