package org.ivrea.server.cli.project;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ivrea.flow.json.Position;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.problem.Severity;
import org.ivrea.server.cli.console.Count;
import org.ivrea.server.cli.console.Style;

/// Problems as compilers write them, with the place in the file shown.
public final class ProblemText {
    private final Path folder;
    private final Style style;
    private final Excerpts excerpts;

    /// @param folder of the project, as it was given
    public ProblemText(Path folder, Style style) {
        this.folder = folder;
        this.style = style;
        this.excerpts = new Excerpts(folder, style);
    }

    public void print(List<Problem> problems, PrintWriter out) {
        problems.forEach(problem -> print(problem, out));
        out.flush();
    }

    private void print(Problem problem, PrintWriter out) {
        String file = problem.file();
        Position position = problem.position();
        var place = new StringBuilder();
        if (file != null) {
            place.append(folder.resolve(file).normalize()).append(':');
            place.append(position == null ? "" : position + ":").append(' ');
        }
        out.println(style.strong(Style.printable(place.toString())) + severity(problem.severity()) + ": "
                + Style.printable(problem.message()) + style.faint(" [" + problem.code() + "]"));
        if (file != null && position != null) {
            excerpts.at(file, position).forEach(out::println);
        }
        if (problem.fix() != null) {
            out.println(style.faint("      = ") + style.good("fix: ") + Style.printable(problem.fix().label()));
        }
    }

    private String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> style.error("error");
            case WARNING -> style.warning("warning");
            case INFO -> style.accent("info");
        };
    }

    /// `2 errors, 1 warning`; `no problems` for none.
    public static String summary(List<Problem> problems) {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = count(problems, severity);
            if (count > 0) {
                parts.add(severity == Severity.INFO ? count + " info" : Count.of(count, severity.toString()));
            }
        }
        return parts.isEmpty() ? "no problems" : String.join(", ", parts);
    }

    static long count(List<Problem> problems, Severity severity) {
        return problems.stream().filter(problem -> problem.severity() == severity).count();
    }
}
