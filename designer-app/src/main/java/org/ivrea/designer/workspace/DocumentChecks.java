package org.ivrea.designer.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ivrea.flow.codec.FlowCheck;
import org.ivrea.flow.codec.NodeShapes;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectCodec;
import org.ivrea.flow.project.ProjectDocument;
import org.ivrea.flow.project.ProjectFolder;
import org.jspecify.annotations.Nullable;

/// The checks that reading files makes, for documents that are being edited: misspelt members, bad names. Documents
/// that did not change are not checked again.
final class DocumentChecks {

    private record Checked(FlowDocument flow, List<Problem> problems) {}

    private final NodeShapes shapes;
    private Map<String, Checked> known = new HashMap<>();
    private @Nullable ProjectDocument settings;
    private List<Problem> ofSettings = List.of();

    DocumentChecks(NodeShapes shapes) {
        this.shapes = shapes;
    }

    List<Problem> check(Project project) {
        if (project.settings() != settings) {
            settings = project.settings();
            ofSettings = ProjectCodec.read(ProjectCodec.write(project.settings()), ProjectFolder.SETTINGS,
                    JsonLimits.DEFAULT).problems();
        }
        List<Problem> problems = new ArrayList<>(ofSettings);
        Map<String, Checked> now = new HashMap<>();
        project.flows().forEach((name, flow) -> {
            Checked checked = known.get(name);
            if (checked == null || checked.flow() != flow) {
                checked = new Checked(flow, FlowCheck.check(flow, shapes).stream()
                        .map(problem -> problem.withFile(FlowFiles.fileOf(name))).toList());
            }
            now.put(name, checked);
            problems.addAll(checked.problems());
        });
        known = now;
        return problems;
    }
}
