package org.ivrea.freeswitch.flows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.run.FlowRunner;
import org.ivrea.flow.problem.DidYouMean;
import org.ivrea.flow.problem.Problem;
import org.ivrea.freeswitch.call.AudioItems;

/// All projects of a server at one moment. Immutable.
///
/// @param projects by name
public record FlowSet(SortedMap<String, LoadedProject> projects) {

    /// Before anything was loaded.
    public static final FlowSet EMPTY = new FlowSet(new TreeMap<>());

    public FlowSet {
        projects = Collections.unmodifiableSortedMap(new TreeMap<>(projects));
    }

    /// Finds the flow of a name: a project's name for its main flow, `PROJECT/FLOW`, or the name of a flow that only one
    /// project has.
    public Answering find(String name) {
        int slash = name.indexOf('/');
        LoadedProject project = projects.get(slash < 0 ? name : name.substring(0, slash));
        if (project != null) {
            return in(project, slash < 0 ? "" : name.substring(slash + 1));
        }
        List<LoadedProject> having = slash < 0 ? projectsWith(name) : List.of();
        if (having.size() == 1) {
            return in(having.getFirst(), name);
        }
        return new Answering.Nobody(having.size() > 1
                ? "several projects have a flow \"" + name + "\"; write PROJECT/" + name
                : "there is no flow or project \"" + name + "\"" + DidYouMean.hint(name, names())
                        + "; correct the name in the dialplan, or deploy the flow");
    }

    private List<LoadedProject> projectsWith(String flow) {
        List<LoadedProject> having = new ArrayList<>();
        for (LoadedProject project : projects.values()) {
            FlowRunner runner = project.runner();
            if (runner != null && runner.project().flow(flow) != null) {
                having.add(project);
            }
        }
        return having;
    }

    private static Answering in(LoadedProject project, String wanted) {
        FlowRunner runner = project.runner();
        AudioItems items = project.items();
        if (runner == null || items == null) {
            return new Answering.Nobody("the project \"" + project.name() + "\" cannot be read" + first(project, ""));
        }
        CompiledProject compiled = runner.project();
        String main = compiled.project().settings().main();
        String flow = wanted.isEmpty() ? main == null ? "" : main : wanted;
        if (flow.isEmpty()) {
            return new Answering.Nobody("the project \"" + project.name()
                    + "\" has no main flow; choose one, or write PROJECT/FLOW in the dialplan");
        }
        CompiledFlow found = compiled.flow(flow);
        if (found == null) {
            return new Answering.Nobody("there is no flow \"" + flow + "\" in the project \"" + project.name() + "\""
                    + DidYouMean.hint(flow, compiled.flows().keySet()));
        }
        if (!found.runnable()) {
            return new Answering.Nobody("the flow \"" + flow + "\" of the project \"" + project.name()
                    + "\" has errors" + first(project, found.file()));
        }
        return new Answering.Flow(runner, items, project.name(), project.version(), flow);
    }

    private static String first(LoadedProject project, String file) {
        for (Problem problem : project.problems()) {
            if (file.isEmpty() || file.equals(problem.file())) {
                return ": " + problem;
            }
        }
        return "";
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(projects.keySet());
        projects.values().forEach(project -> {
            FlowRunner runner = project.runner();
            if (runner != null) {
                names.addAll(runner.project().flows().keySet());
            }
        });
        return names;
    }
}
