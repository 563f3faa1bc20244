package org.ivrea.engine.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.ProjectFolder;

/// Checks projects. Takes time linear in their size and looks at the folders of recordings; never throws for what a
/// project says.
///
/// The problems found while files were read, misspelt members for instance, are not among the results: loading gives
/// them, and for a document in an editor [org.ivrea.flow.codec.FlowCheck] does.
public final class ProjectChecks {
    private final CompiledProject project;
    private final Map<String, FlowGraph> graphs = new HashMap<>();
    private final Map<String, Set<String>> faulty = new HashMap<>();
    private final FlowRelations between;

    private ProjectChecks(CompiledProject project) {
        this.project = project;
        for (Problem problem : project.problems()) {
            String file = problem.file();
            String node = problem.nodeId();
            if (problem.isError() && file != null && node != null && !isOfExit(problem)) {
                faulty.computeIfAbsent(file, _ -> new HashSet<>()).add(node);
            }
        }
        project.flows().forEach(
                (name, flow) -> graphs.put(name, new FlowGraph(flow, faulty.getOrDefault(flow.file(), Set.of()))));
        between = new FlowRelations(project, graphs);
    }

    /// Everything that compiling found and that the rules find, by file, place in it and severity. Without positions:
    /// [org.ivrea.flow.project.ProjectFolder#locate] adds them.
    public static List<Problem> all(CompiledProject project) {
        var checks = new ProjectChecks(project);
        List<Problem> problems = new ArrayList<>(project.problems());
        problems.addAll(ofSettings(project));
        project.flows().values().forEach(flow -> problems.addAll(checks.check(flow)));
        problems.sort(DocumentOrder.INSTANCE);
        return List.copyOf(problems);
    }

    /// The same for one flow. An edit of a flow may also change what there is to say about flows that enter it.
    public static List<Problem> of(CompiledProject project, CompiledFlow flow) {
        List<Problem> problems = new ArrayList<>();
        for (Problem problem : project.problems()) {
            if (flow.file().equals(problem.file())) {
                problems.add(problem);
            }
        }
        problems.addAll(new ProjectChecks(project).check(flow));
        problems.sort(DocumentOrder.INSTANCE);
        return List.copyOf(problems);
    }

    /// What there is to say about `project.json`, seen together with the flows.
    public static List<Problem> ofSettings(CompiledProject project) {
        List<Problem> problems = new ArrayList<>();
        Rules.OF_PROJECTS.forEach(rule -> rule.check(project,
                problem -> problems.add(problem.withFile(ProjectFolder.SETTINGS))));
        return problems;
    }

    /// An exit that leads nowhere takes no field away.
    private static boolean isOfExit(Problem problem) {
        JsonPointer around = problem.pointer().parent();
        return around != null && around.token().equals("exits");
    }

    private List<Problem> check(CompiledFlow flow) {
        FlowGraph graph = graphs.get(flow.name());
        if (graph == null) {
            return List.of();
        }
        var checked = new CheckedFlow(project, flow, graph, between);
        var findings = new Findings(flow.file());
        Rules.OF_FLOWS.forEach(rule -> rule.check(checked, findings));
        return findings.problems();
    }
}
