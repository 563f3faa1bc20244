package org.ivrea.server.cli.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.problem.Fix;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.ProjectFolder;
import org.ivrea.server.cli.console.CliFailure;

/// Applies the automatic fixes of problems to the flows of a project and saves those that changed.
public final class Fixes {
    private Fixes() {}

    /// What was done to a flow file.
    ///
    /// @param file   relative to the project
    /// @param labels what each fix did
    public record Done(String file, List<String> labels) {
        public Done {
            labels = List.copyOf(labels);
        }
    }

    /// Makes one round: what a fix brings to light is a matter of the next one. Either all files can be written, or none
    /// is touched; each is replaced in one step.
    ///
    /// @throws CliFailure when a file cannot be written
    public static List<Done> apply(OpenProject project, List<Problem> problems) {
        var flows = new TreeMap<String, FlowDocument>();
        List<Done> done = new ArrayList<>();
        SortedSet<String> files = new TreeSet<>();
        problems.forEach(problem -> {
            if (problem.fix() != null && problem.file() != null) {
                files.add(problem.file());
            }
        });
        for (String file : files) {
            FlowDocument before = project.project() == null ? null : project.project().flow(nameOf(file));
            if (before == null) {
                continue;
            }
            List<String> labels = new ArrayList<>();
            FlowDocument after = fixed(before, file, problems, labels);
            if (!labels.isEmpty()) {
                flows.put(nameOf(file), after);
                done.add(new Done(file, labels));
            }
        }
        save(project.folder(), flows, project.codec());
        return done;
    }

    private static FlowDocument fixed(FlowDocument before, String file, List<Problem> problems, List<String> labels) {
        FlowDocument flow = before;
        for (Problem problem : problems) {
            Fix fix = problem.fix();
            if (fix != null && file.equals(problem.file())) {
                FlowDocument next = fix.edit().apply(flow);
                if (!next.equals(flow)) {
                    labels.add(fix.label());
                    flow = next;
                }
            }
        }
        return flow;
    }

    /// The flow's name; empty when the file is no flow.
    private static String nameOf(String file) {
        String start = ProjectFolder.FLOWS + "/";
        boolean flow = file.startsWith(start) && file.endsWith(ProjectFolder.FLOW_SUFFIX);
        return flow ? file.substring(start.length(), file.length() - ProjectFolder.FLOW_SUFFIX.length()) : "";
    }

    private static void save(Path folder, TreeMap<String, FlowDocument> flows, FlowCodec codec) {
        for (String name : flows.keySet()) {
            Path file = folder.resolve(ProjectFolder.FLOWS).resolve(name + ProjectFolder.FLOW_SUFFIX);
            if (!Files.isWritable(file) || !Files.isWritable(folder.resolve(ProjectFolder.FLOWS))) {
                throw new CliFailure(file + " cannot be written, so nothing was changed; make the file and its folder "
                        + "writable");
            }
        }
        flows.forEach((name, flow) -> {
            try {
                ProjectFolder.saveFlow(folder, name, flow, codec);
            } catch (IOException e) {
                throw new CliFailure(String.valueOf(e.getMessage()), e);
            }
        });
    }
}
