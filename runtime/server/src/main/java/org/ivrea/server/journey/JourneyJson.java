package org.ivrea.server.journey;

import java.util.List;
import org.ivrea.flow.json.Json;

/// A journey as JSON.
final class JourneyJson {
    /// Where the trace stands: not for those who ask.
    static final String TRACE = "trace";

    private JourneyJson() {}

    static Json.Obj write(Journey journey) {
        Json.Obj object = Json.obj("id", Json.of(journey.id()), "project", Json.of(journey.project()),
                "version", Json.of(journey.version()))
                .with("sha256", Json.of(journey.sha256()))
                .with("flow", Json.of(journey.flow()))
                .with("caller", Json.of(journey.caller()))
                .with("called", Json.of(journey.called()))
                .with("startedAt", Json.of(journey.startedAt().toString()))
                .with("durationMs", Json.of(journey.durationMs()))
                .with("outcome", Json.of(journey.outcome()))
                .with("cause", Json.of(journey.cause()))
                .with("side", Json.of(journey.side()))
                .with("steps", Json.arr(journey.steps().stream().map(JourneyJson::step).toList()))
                .with("inputs", Json.arr(journey.inputs().stream().map(JourneyJson::input).toList()));
        String failure = journey.failure();
        if (failure != null) {
            object = object.with("failure", Json.of(failure));
        }
        return journey.stepsLeftOut() == 0 ? object : object.with("stepsLeftOut", Json.of(journey.stepsLeftOut()));
    }

    private static Json step(Journey.Step step) {
        return Json.obj("flow", Json.of(step.flow()), "node", Json.of(step.node()), "exit", Json.of(step.exit()))
                .with("atMs", Json.of(step.atMs()));
    }

    private static Json input(Journey.Input input) {
        return Json.obj("flow", Json.of(input.flow()), "node", Json.of(input.node()),
                "digits", Json.of(input.digits())).with("end", Json.of(input.end()));
    }

    static Json.Obj located(Journey journey, long offset, long bytes) {
        return write(journey).with(TRACE, Json.arr(List.of(Json.of(offset), Json.of(bytes))));
    }
}
