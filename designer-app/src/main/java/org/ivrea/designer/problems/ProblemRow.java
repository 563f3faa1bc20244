package org.ivrea.designer.problems;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ivrea.designer.workspace.FlowFiles;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.problem.Severity;

/// A row of the panel.
sealed interface ProblemRow {

    /// Stands above the problems of a file.
    ///
    /// @param title the flow, or the file where it is none
    record Heading(String title, int count) implements ProblemRow {}

    record Line(Problem problem) implements ProblemRow {}

    /// The rows of the problems that a filter lets pass, by file, the worst first.
    ///
    /// @param text that the message, the node or the code has to contain
    static List<ProblemRow> of(List<Problem> problems, Set<Severity> severities, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        Map<String, List<Problem>> byFile = new LinkedHashMap<>();
        for (Problem problem : problems) {
            if (severities.contains(problem.severity()) && textOf(problem).contains(wanted)) {
                byFile.computeIfAbsent(Objects.requireNonNullElse(problem.file(), ""), _ -> new ArrayList<>())
                        .add(problem);
            }
        }
        List<ProblemRow> rows = new ArrayList<>();
        byFile.forEach((file, found) -> {
            String flow = FlowFiles.flowOf(file);
            rows.add(new Heading(flow == null ? file : flow, found.size()));
            found.stream().sorted(java.util.Comparator.comparing(Problem::severity))
                    .forEach(problem -> rows.add(new Line(problem)));
        });
        return rows;
    }

    private static String textOf(Problem problem) {
        return (problem.message() + " " + problem.nodeId() + " " + problem.code() + " " + problem.file())
                .toLowerCase(Locale.ROOT);
    }
}
