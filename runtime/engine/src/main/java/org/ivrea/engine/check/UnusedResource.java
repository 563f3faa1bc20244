package org.ivrea.engine.check;

import com.google.auto.service.AutoService;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.spec.NodeContents;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.ResourceKind;

/// Resources that a project declares, but that no flow names: servers would have to bind them for nothing.
@AutoService(ProjectRule.class)
public final class UnusedResource implements ProjectRule {
    static final String CODE = "resource-unused";

    @Override
    public void check(CompiledProject project, Consumer<Problem> problems) {
        Set<NodeContents.Resource> used = new HashSet<>();
        Set<String> flows = new HashSet<>();
        flows.add(String.valueOf(project.project().settings().main()));
        project.flows().values().forEach(flow -> flow.nodes().forEach(node -> {
            NodeContents contents = node.contents();
            if (contents != null) {
                contents.resources().forEach(found -> used.add(found.value()));
                contents.flows().forEach(found -> flows.add(found.value().name()));
            }
        }));
        if (!project.flows().keySet().containsAll(flows)) {
            return; // who knows what a flow that cannot be read uses
        }
        project.project().settings().resources().forEach((kind, byName) -> byName.keySet().forEach(name -> {
            if (ResourceKind.of(kind) != null && !used.contains(new NodeContents.Resource(kind, name))) {
                problems.accept(Problem.info(CODE, JsonPointer.ROOT.child("resources").child(kind).child(name),
                        "No flow uses the " + kind + " \"" + name + "\", but servers have to bind it; remove it, or use"
                                + " it"));
            }
        }));
    }
}
