package org.ivrea.server.admin;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import org.ivrea.engine.trace.TraceJson;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.server.config.ServerConfiguration.Journeys;
import org.ivrea.server.journey.JourneyCsv;
import org.ivrea.server.journey.JourneyFilter;
import org.ivrea.server.journey.JourneyFolder;
import org.ivrea.server.run.IvreaServer;
import org.ivrea.server.run.SimulatedRun;
import org.ivrea.server.token.Role;
import org.jspecify.annotations.Nullable;

/// What became of calls, and calls made to try the server out.
final class JourneyRoutes {
    private static final int USUAL_LIMIT = 100;
    private static final int MOST = 10_000;
    private static final String TRACE_TYPE = "application/jsonl";

    private final IvreaServer server;

    JourneyRoutes(IvreaServer server) {
        this.server = server;
    }

    List<Route> routes() {
        var query = new LinkedHashMap<String, String>();
        query.put("project", "Of this project only");
        query.put("since", "Begun at this time or later");
        query.put("until", "Begun before this time");
        query.put("outcome", "Ended so: completed, hung-up, transferred, failed, not-started");
        query.put("limit", "How many at most; 100 if left out");
        query.put("after", "The \"next\" of the page before");
        return List.of(
                Route.get("/journeys", Role.VIEWER, "What became of calls, the newest first; as a table for "
                        + "Accept: text/csv", "Journeys", this::journeys).asking(query).failing(400),
                Route.get("/journeys/{callId}/trace", Role.VIEWER, "The trace of a call, which the designer replays",
                        TRACE_TYPE, this::trace).failing(404),
                Route.change("POST", "/simulated-calls", Role.DEPLOYER, "Have a call script call a flow that runs here",
                        "SimulatedCallRequest", Reply.OK, "SimulatedCall", this::simulate).failing(400, 422));
    }

    private @Nullable JourneyFolder folder() {
        Journeys journeys = server.configuration().journeys();
        return journeys == null ? null : new JourneyFolder(journeys.folder());
    }

    private Reply journeys(Ask ask) throws ApiFailure, IOException {
        var filter = new JourneyFilter(ask.query().get("project"), ask.time("since"), ask.time("until"),
                ask.query().get("outcome"));
        JourneyFolder folder = folder();
        JourneyFolder.Page page;
        try {
            page = folder == null
                    ? new JourneyFolder.Page(List.of(), null)
                    : folder.page(filter, ask.limit(USUAL_LIMIT, MOST), ask.query().get("after"));
        } catch (IllegalArgumentException e) {
            throw ApiFailure.invalid(String.valueOf(e.getMessage()));
        }
        if (ask.type().contains("text/csv")) {
            var table = new StringBuilder(JourneyCsv.HEADER);
            page.journeys().forEach(journey -> table.append(JourneyCsv.row(journey)));
            return Reply.text(Reply.OK, "text/csv; charset=utf-8", table.toString());
        }
        return Reply.json(Json.obj("journeys", Json.arr(page.journeys()), "next", ApiJson.text(page.next())));
    }

    private Reply trace(Ask ask) throws ApiFailure, IOException {
        JourneyFolder folder = folder();
        String trace = folder == null ? null : folder.trace(ask.part("callId"));
        if (trace == null) {
            throw ApiFailure.of("NOT_FOUND", "No journey of a call " + ask.part("callId") + " is kept here");
        }
        return Reply.text(Reply.OK, TRACE_TYPE, trace);
    }

    private Reply simulate(Ask ask) throws ApiFailure {
        Json.Obj body = ask.json();
        String called = Ask.text(body, "called");
        String named = Ask.text(body, "flow");
        String flow = named == null && called != null ? server.route(called) : named;
        if (flow == null) {
            throw ApiFailure
                    .invalid("Name the \"flow\" that answers, or a \"called\" number for which there is a route");
        }
        String script = Ask.text(body, "script");
        Double speed = body.get("speed") instanceof Json.Num(BigDecimal factor) ? factor.doubleValue() : null;
        if (speed != null && !(speed > 0 && speed <= 1_000)) {
            throw ApiFailure.invalid("\"speed\" is more than 0 and at most 1000; 1 is real time");
        }
        try {
            return Reply.json(json(server.simulate(flow, script == null ? "" : script, speed)));
        } catch (IllegalArgumentException e) {
            throw new ApiFailure(ApiFailure.UNPROCESSABLE, "INVALID", String.valueOf(e.getMessage()), Json.obj());
        }
    }

    private static Json.Obj json(SimulatedRun run) {
        return Json.obj("id", Json.of(run.id()), "project", Json.of(run.project()), "version", Json.of(run.version()))
                .with("sha256", Json.of(run.sha256()))
                .with("flow", Json.of(run.flow()))
                .with("outcome", Json.of(run.outcome()))
                .with("failure", ApiJson.text(run.failure()))
                .with("durationMs", Json.of(run.durationMs()))
                .with("trace", Json.arr(run.trace().stream().map(JourneyRoutes::event).toList()));
    }

    private static Json event(TraceJson.Timed timed) {
        Json event = JsonReader.read(TraceJson.write(timed.atMs(), timed.event())
                .getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT).value();
        return event == null ? Json.NULL : event;
    }
}
