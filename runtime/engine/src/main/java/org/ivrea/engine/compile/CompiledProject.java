package org.ivrea.engine.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.Project;
import org.jspecify.annotations.Nullable;

/// All flows of a project, compiled. Immutable; all calls share it.
///
/// @param problems what keeps flows from running, and what their nodes found odd; without positions
public record CompiledProject(Project project, NodeRegistry registry, SortedMap<String, CompiledFlow> flows,
        List<Problem> problems) {
    public CompiledProject {
        flows = Collections.unmodifiableSortedMap(new TreeMap<>(flows));
        problems = List.copyOf(problems);
    }

    /// Compiles every flow; never throws for what a flow says.
    public static CompiledProject compile(Project project, NodeRegistry registry) {
        SortedMap<String, CompiledFlow> flows = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        project.flows().forEach(
                (name, document) -> flows.put(name,
                        new FlowCompiler(name, document, registry, problems, null).compile()));
        return new CompiledProject(project, registry, flows, problems);
    }

    /// @return `null` when there is no such flow
    public @Nullable CompiledFlow flow(String name) {
        return flows.get(name);
    }

    /// The same project with one flow changed: what an editor needs after each edit. Nodes that the changed flow shares
    /// with the present one are not compiled again, unless the types of variables have changed.
    public CompiledProject recompiled(Project changed, String flow) {
        SortedMap<String, CompiledFlow> newFlows = new TreeMap<>(flows);
        List<Problem> newProblems = new ArrayList<>();
        String file = FlowCompiler.fileOf(flow);
        for (Problem problem : problems) {
            if (!file.equals(problem.file())) {
                newProblems.add(problem);
            }
        }
        var document = changed.flows().get(flow);
        if (document == null) {
            newFlows.remove(flow);
        } else {
            newFlows.put(flow, new FlowCompiler(flow, document, registry, newProblems, flows.get(flow)).compile());
        }
        return new CompiledProject(changed, registry, newFlows, newProblems);
    }
}
