package org.ivrea.designer.problems;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.ivrea.designer.workspace.FlowFiles;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.problem.Severity;

/// A row of the panel.
sealed interface ProblemRow {

    /// Stands above the problems of a file.
    ///
    /// @param title the flow, or the file where it is none
    record Heading(String title, int count) implements ProblemRow {}

    /// @param about the node by its label; empty for none
    record Line(Problem problem, String about) implements ProblemRow {}

    /// The rows of the problems that a filter lets pass, by file, the worst first.
    ///
    /// @param text    that the message, the node or the code has to contain
    /// @param aboutOf what a problem is about, for people
    static List<ProblemRow> of(List<Problem> problems, Set<Severity> severities, String text,
            Function<Problem, String> aboutOf) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        Map<String, List<Line>> byFile = new LinkedHashMap<>();
        for (Problem problem : problems) {
            var line = new Line(problem, aboutOf.apply(problem));
            if (severities.contains(problem.severity()) && textOf(line).contains(wanted)) {
                byFile.computeIfAbsent(Objects.requireNonNullElse(problem.file(), ""), _ -> new ArrayList<>())
                        .add(line);
            }
        }
        List<ProblemRow> rows = new ArrayList<>();
        byFile.forEach((file, found) -> {
            String flow = FlowFiles.flowOf(file);
            rows.add(new Heading(flow == null ? file : flow, found.size()));
            found.stream().sorted(Comparator.comparing(line -> line.problem().severity())).forEach(rows::add);
        });
        return rows;
    }

    private static String textOf(Line line) {
        Problem problem = line.problem();
        return (problem.message() + " " + line.about() + " " + problem.nodeId() + " " + problem.code() + " "
                + problem.file())
                .toLowerCase(Locale.ROOT);
    }
}
