package org.ivrea.server.cli.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ivrea.engine.script.Coverage;
import org.ivrea.engine.script.ScriptFailure;
import org.ivrea.flow.json.Json;

/// What came of call scripts, for programs.
public final class TestJson {
    private TestJson() {}

    public static Json.Obj of(TestRun run) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("project", Json.of(run.project()));
        members.put("passed", Json.of(run.passed()));
        members.put("failed", Json.of(run.failed()));
        members.put("scripts", Json.arr(run.outcomes().stream().map(TestJson::of).toList()));
        Map<String, Json> coverage = coverage(run.total());
        Map<String, Json> flows = new LinkedHashMap<>();
        run.ways().keySet().forEach(flow -> flows.put(flow, Json.obj(coverage(run.of(flow)))));
        coverage.put("flows", Json.obj(flows));
        members.put("coverage", Json.obj(coverage));
        return Json.obj(members);
    }

    private static Json.Obj of(ScriptOutcome outcome) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("file", Json.of(outcome.file()));
        members.put("passed", Json.of(outcome.passed()));
        members.put("callMs", Json.of(outcome.callMs()));
        ScriptFailure failure = outcome.failure();
        if (failure != null) {
            members.put("line", Json.of(failure.line()));
            members.put("atMs", Json.of(failure.atMs()));
            members.put("message", Json.of(failure.message()));
            members.put("transcript", Json.of(outcome.transcript()));
        }
        return Json.obj(members);
    }

    private static Map<String, Json> coverage(Coverage.Report report) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("percent", Json.of(report.percent()));
        members.put("exits", Json.of(report.declared()));
        members.put("taken", Json.of(report.taken()));
        members.put("missing", Json.arr(report.missing().stream().map(way -> Json.of(way.toString())).toList()));
        return members;
    }
}
