package org.ivrea.server.cli.project;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.problem.Severity;
import org.jspecify.annotations.Nullable;

/// Problems for programs.
public final class ProblemJson {
    private ProblemJson() {}

    /// The whole report of a check.
    public static Json.Obj report(Path folder, List<Problem> problems) {
        Map<String, Json> report = new LinkedHashMap<>();
        report.put("project", Json.of(folder.toString()));
        report.put("errors", Json.of(ProblemText.count(problems, Severity.ERROR)));
        report.put("warnings", Json.of(ProblemText.count(problems, Severity.WARNING)));
        report.put("infos", Json.of(ProblemText.count(problems, Severity.INFO)));
        report.put("problems", of(problems));
        return Json.obj(report);
    }

    /// @return one object per problem; what is not known is left out
    public static Json.Arr of(List<Problem> problems) {
        return Json.arr(problems.stream().map(ProblemJson::of).toList());
    }

    private static Json.Obj of(Problem problem) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("code", Json.of(problem.code()));
        members.put("severity", Json.of(problem.severity().toString()));
        put(members, "file", problem.file());
        if (problem.position() != null) {
            members.put("line", Json.of(problem.position().line()));
            members.put("column", Json.of(problem.position().column()));
        }
        members.put("pointer", Json.of(problem.pointer().toString()));
        put(members, "node", problem.nodeId());
        members.put("message", Json.of(problem.message()));
        put(members, "fix", problem.fix() == null ? null : problem.fix().label());
        return Json.obj(members);
    }

    private static void put(Map<String, Json> members, String name, @Nullable String value) {
        if (value != null) {
            members.put(name, Json.of(value));
        }
    }
}
