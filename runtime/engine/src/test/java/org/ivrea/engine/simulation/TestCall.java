package org.ivrea.engine.simulation;

import java.util.ArrayList;
import java.util.List;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.trace.TraceEvent;

/// A simulated call with a caller who does things at times, and what was traced of it.
final class TestCall {

    /// Speech plays 100 ms per character, so that times are easy to read.
    static final AudioLengths LENGTHS = audio -> switch (audio) {
        case Audio.Speech speech -> speech.text().length() * 100L;
        case Audio.Silence silence -> silence.ms();
        default -> 1_000;
    };

    final SimulatedCall call;
    final List<String> trace = new ArrayList<>();
    final List<Utterance> heard = new ArrayList<>();
    private final List<PlannedKey> keys = new ArrayList<>();

    private record PlannedKey(long atMs, char key) {}

    private TestCall(World world, long hangUpAt, SimulationClock clock, String keys) {
        plan(keys);
        Caller caller = new Caller() {
            @Override
            public void calls(Agenda agenda) {
                TestCall.this.keys.forEach(key -> agenda.key(key.atMs, key.key));
                if (hangUpAt >= 0) {
                    agenda.hangUp(hangUpAt, new CallEnd(CallEnd.NORMAL, CallEnd.Side.CALLER));
                }
            }

            @Override
            public void hears(Utterance utterance) {
                heard.add(utterance);
            }

            @Override
            public void hearsNoMore(Utterance utterance, long atMs) {
                heard.add(new Utterance(utterance.startMs(), atMs - utterance.startMs(), "-", null));
            }
        };
        call = new SimulatedCall(Simulation.of(world, LENGTHS).withCaller(caller).withClock(clock));
        call.traceTo((atMs, event) -> trace.add(atMs + " " + shortened(event)));
    }

    /// @param keys `1@500 2@700`: keys with the times at which they are pressed
    static TestCall keys(String keys) {
        return new TestCall(World.plain(), -1, VirtualClock.INSTANCE, keys);
    }

    static TestCall in(World.Builder world, String keys) {
        return new TestCall(world.build(), -1, VirtualClock.INSTANCE, keys);
    }

    static TestCall hangingUpAt(long ms, World.Builder world) {
        return new TestCall(world.build(), ms, VirtualClock.INSTANCE, "");
    }

    static TestCall on(SimulationClock clock, String keys) {
        return new TestCall(World.plain(), -1, clock, keys);
    }

    <R> R perform(Operation<R> operation) {
        return call.perform(operation);
    }

    private void plan(String plan) {
        for (String key : plan.isBlank() ? new String[0] : plan.split(" ")) {
            keys.add(new PlannedKey(Long.parseLong(key.substring(2)), key.charAt(0)));
        }
    }

    static Audio speech(String text) {
        return new Audio.Speech(text, "en", null, text);
    }

    static Operation.Play play(String text, String bargeIn) {
        return new Operation.Play(List.of(speech(text)), new Keys(bargeIn), true);
    }

    private static String shortened(TraceEvent event) {
        return switch (event) {
            case TraceEvent.PromptStarted started -> "starts " + started.text() + " " + started.ms();
            case TraceEvent.PromptEnded ended -> "ends " + ended.text() + " " + ended.interruptedBy();
            case TraceEvent.KeyPressed key -> "key " + key.key();
            case TraceEvent.RecordingEnded e -> "recorded " + e.recording() + " " + e.ms() + " " + e.end();
            case TraceEvent.OperationStarted started -> started.operation() + " " + started.detail();
            case TraceEvent.OperationEnded ended -> ended.operation() + " -> " + ended.outcome();
            default -> event.toString();
        };
    }
}
