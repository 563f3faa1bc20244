package org.ivrea.server.journey;

import java.util.ArrayList;
import java.util.List;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/// Journeys as a table (RFC 4180), a call a row.
public final class JourneyCsv {
    private static final List<String> PLAIN = List.of("id", "startedAt", "project", "version", "flow", "caller",
            "called", "durationMs", "outcome", "cause", "side", "failure");

    /// The first row.
    public static final String HEADER = String.join(",", PLAIN) + ",nodes,lastNode,path,inputs\r\n";

    private JourneyCsv() {}

    /// @param journey as [JourneyFolder] reads it
    public static String row(Json.Obj journey) {
        List<String> cells = new ArrayList<>();
        for (String name : PLAIN) {
            cells.add(cell(text(journey.get(name))));
        }
        List<String> path = new ArrayList<>();
        List<String> inputs = new ArrayList<>();
        String last = "";
        for (Json.Obj step : objects(journey, "steps")) {
            last = text(step.get("flow")) + "/" + text(step.get("node"));
            String exit = text(step.get("exit"));
            path.add(exit.isEmpty() ? last : last + ":" + exit);
        }
        for (Json.Obj input : objects(journey, "inputs")) {
            inputs.add(text(input.get("flow")) + "/" + text(input.get("node")) + "=" + text(input.get("digits")));
        }
        cells.add(Integer.toString(path.size()));
        cells.add(cell(last));
        cells.add(cell(String.join(" > ", path)));
        cells.add(cell(String.join(" ", inputs)));
        return String.join(",", cells) + "\r\n";
    }

    private static List<Json.Obj> objects(Json.Obj journey, String name) {
        List<Json.Obj> objects = new ArrayList<>();
        if (journey.get(name) instanceof Json.Arr(List<Json> items)) {
            for (Json item : items) {
                if (item instanceof Json.Obj object) {
                    objects.add(object);
                }
            }
        }
        return objects;
    }

    private static String text(@Nullable Json value) {
        return switch (value) {
            case null -> "";
            case Json.Str(String text) -> text;
            case Json other -> JsonWriter.compact(other);
        };
    }

    /// What begins as a formula gets an apostrophe, so that a spreadsheet does not run what a caller sent.
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=@\t\r".indexOf(text.charAt(0)) >= 0
                || text.matches("(?s)[+-].*[^0-9].*");
        String safe = formula ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
