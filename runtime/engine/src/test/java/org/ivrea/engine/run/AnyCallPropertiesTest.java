package org.ivrea.engine.run;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.simulation.Agenda;
import org.ivrea.engine.simulation.Caller;
import org.ivrea.engine.simulation.EstimatedLengths;
import org.ivrea.engine.simulation.Utterance;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson;

import static org.assertj.core.api.Assertions.assertThat;

/// Whatever the flow is and whatever the caller does, a call ends in order, and the same call is the same.
final class AnyCallPropertiesTest {
    /// Nodes without their exits, and the names of these.
    private static final List<Map.Entry<String, List<String>>> NODES = List.of(
            node("\"type\": \"play\", \"prompt\": [ { \"text\": \"Hello there.\" } ]", "next", "error"),
            node("\"type\": \"play\", \"bargeIn\": \"allKeys\", \"prompt\": [ { \"text\": \"Hello.\" } ]", "next",
                    "interrupted", "hangup"),
            node("\"type\": \"menu\", \"prompt\": [ { \"text\": \"Press 1.\" } ], \"choices\": [ { \"keys\": \"1\","
                    + " \"exit\": \"one\" }, { \"keys\": \"12\", \"exit\": \"two\" } ]", "one", "two", "timeout",
                    "invalid"),
            node("\"type\": \"collect\", \"variable\": \"text\", \"secret\": true, \"max\": 3", "collected", "timeout",
                    "invalid", "error"),
            node("\"type\": \"set\", \"assignments\": [ { \"variable\": \"n\", \"value\": \"10 / n\" } ]", "next",
                    "error"),
            node("\"type\": \"set\", \"assignments\": [ { \"variable\": \"n\", \"value\": \"n - 1\" } ]", "next"),
            node("\"type\": \"decision\", \"cases\": [ { \"when\": \"n > 0\", \"exit\": \"more\" } ]", "more",
                    "otherwise"),
            node("\"type\": \"loop\", \"max\": 3", "body", "done"),
            node("\"type\": \"split\", \"branches\": [ { \"exit\": \"a\" }, { \"exit\": \"b\" } ]", "a", "b"),
            node("\"type\": \"http\", \"service\": \"bank\"", "success", "networkError", "timeout"),
            node("\"type\": \"dial\", \"targets\": [ { \"destination\": \"desk\" } ]", "answered", "busy"),
            node("\"type\": \"queue\", \"queue\": \"sales\"", "answered", "timeout"),
            node("\"type\": \"record\", \"variable\": \"text\"", "recorded", "tooShort", "hangup"),
            node("\"type\": \"voicemail\", \"mailbox\": \"shop\"", "left", "nothingLeft"),
            node("\"type\": \"wait\", \"interruptKeys\": \"5\"", "next", "interrupted"),
            node("\"type\": \"log\", \"text\": \"n is ${n}\"", "next"),
            node("\"type\": \"subflow\", \"flow\": \"main\"", "done", "error"),
            node("\"type\": \"goto\", \"flow\": \"main\""), node("\"type\": \"return\""),
            node("\"type\": \"hangup\""));

    private static Map.Entry<String, List<String>> node(String fields, String... exits) {
        return Map.entry(fields, List.of(exits));
    }

    /// A node whose exits lead to some others, or nowhere.
    private static String json(Map.Entry<String, List<String>> node, int id, int count, int wiring) {
        var exits = new StringBuilder();
        int next = wiring;
        for (String exit : node.getValue()) {
            exits.append(exits.isEmpty() ? "" : ", ").append('"').append(exit).append("\": ")
                    .append(next % (count + 1) == count ? "null" : "\"n" + next % (count + 1) + "\"");
            next = next / 3 + 7;
        }
        return "\"n" + id + "\": { " + node.getKey() + ", \"exits\": { " + exits + " } }";
    }

    @Provide
    Arbitrary<String> flows() {
        Arbitrary<List<Map.Entry<String, List<String>>>> nodes = Arbitraries.of(NODES).list().ofMinSize(1)
                .ofMaxSize(8);
        Arbitrary<List<Integer>> wiring = Arbitraries.integers().between(0, 100_000).list().ofSize(8);
        return Combinators.combine(nodes, wiring, Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as((chosen, wires, hangup, error) -> {
                    String all = IntStream.range(0, chosen.size())
                            .mapToObj(i -> json(chosen.get(i), i, chosen.size(), wires.get(i)))
                            .collect(Collectors.joining(",\n"));
                    int last = chosen.size() - 1;
                    String handlers = (hangup ? "\"hangup\": \"n" + last + "\"" : "") + (hangup && error ? ", " : "")
                            + (error ? "\"error\": \"n" + last / 2 + "\"" : "");
                    return """
                            { "start": "n0", "variables": { "n": { "type": "int", "initial": 3 },
                              "text": { "type": "string", "secret": true } }, "exits": [ "done" ],
                              "handlers": { %s }, "nodes": { %s } }""".formatted(handlers, all);
                });
    }

    /// Presses a key every now and then, and hangs up at last.
    private record Restless(List<Integer> pauses, int hangsUpAt) implements Caller {
        @Override
        public void calls(Agenda agenda) {
            long at = 0;
            for (int pause : pauses) {
                at += pause;
                agenda.key(at, "0123456789*#".charAt(pause % 12));
            }
            agenda.hangUp(hangsUpAt, new CallEnd(CallEnd.NORMAL, CallEnd.Side.CALLER));
        }

        @Override
        public void hears(Utterance utterance) {}

        @Override
        public void hearsNoMore(Utterance utterance, long atMs) {}
    }

    @Property(tries = 400)
    void endInOrderAndAreTheSameAgain(@ForAll("flows") String flow,
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 9_000) Integer> pauses,
            @ForAll @IntRange(min = 0, max = 120_000) int hangsUpAt) {
        Rehearsal call = Rehearsal.of(flow).with(EstimatedLengths.INSTANCE, new Restless(pauses, hangsUpAt))
                .with(new Limits(600_000, 2_000, 200, 4, 5_000, 1_000));

        call.call();
        String first = text(call);
        List<TraceEvent> events = call.events(TraceEvent.class);
        assertThat(events.getLast()).isInstanceOf(TraceEvent.CallClosed.class);
        assertThat(call.events(TraceEvent.CallClosed.class)).hasSize(1);
        assertThat(call.events(TraceEvent.HungUp.class)).hasSizeLessThanOrEqualTo(1);
        assertThat(call.trace).isSortedAccordingTo(Comparator.comparingLong(TraceJson.Timed::atMs));
        // One for each flow that the call was in: those of subflows run before their caller's.
        assertThat(call.events(TraceEvent.HandlerEntered.class).stream()
                .filter(entered -> entered.handler().equals("hangup"))).hasSizeLessThanOrEqualTo(5);

        call.call();
        assertThat(text(call)).isEqualTo(first);
    }

    private static String text(Rehearsal call) {
        return call.trace.stream().map(TraceJson.Timed::toString).collect(Collectors.joining("\n"));
    }
}
