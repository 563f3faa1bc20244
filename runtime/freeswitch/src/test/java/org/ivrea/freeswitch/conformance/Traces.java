package org.ivrea.freeswitch.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson;
import org.jspecify.annotations.Nullable;

/// Traces as they are compared.
final class Traces {
    private static final int CONTEXT = 3;
    /// Values, names and reasons may hold a time, too, and what a simulated world refuses it does in words of its own.
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z|\\d{8}T\\d{9}"
            + "|(?<=after |for )[0-9.]+ (ms|s|min)\\b|the simulated world refuses it|the caller's side says: \\d+");

    private Traces() {}

    /// One line per event.
    ///
    /// @param times whether moments and lengths are of interest
    static List<String> comparable(List<TraceJson.Timed> trace, boolean times) {
        List<String> lines = new ArrayList<>();
        for (TraceJson.Timed timed : trace) {
            lines.add(times
                    ? TraceJson.write(timed.atMs(), timed.event())
                    : MOMENT.matcher(TraceJson.write(0, timeless(timed.event()))).replaceAll("MOMENT"));
        }
        return lines;
    }

    /// Where two traces part, with a few events before and after.
    ///
    /// @return `null` when they are equal
    static @Nullable String difference(List<TraceJson.Timed> expected, List<TraceJson.Timed> given, boolean times) {
        List<String> one = comparable(expected, times);
        List<String> other = comparable(given, times);
        if (one.equals(other)) {
            return null;
        }
        int at = 0;
        while (at < Math.min(one.size(), other.size()) && one.get(at).equals(other.get(at))) {
            at++;
        }
        return "from event " + at + " on\nboth:\n" + part(one, at - CONTEXT, at) + "simulated:\n"
                + part(one, at, at + CONTEXT) + "on the switch:\n" + part(other, at, at + CONTEXT);
    }

    private static String part(List<String> lines, int from, int to) {
        var part = new StringBuilder();
        for (String line : lines.subList(Math.max(0, from), Math.min(lines.size(), to))) {
            part.append("  ").append(line).append('\n');
        }
        return part.toString();
    }

    private static TraceEvent timeless(TraceEvent event) {
        return switch (event) {
            case TraceEvent.CallStarted started ->
                new TraceEvent.CallStarted("call", started.caller(), started.called(), started.flow());
            case TraceEvent.PromptStarted prompt -> new TraceEvent.PromptStarted(prompt.text(), 0);
            case TraceEvent.RecordingEnded recording ->
                new TraceEvent.RecordingEnded("recording", 0, recording.end());
            default -> event;
        };
    }
}
