package org.ivrea.engine.nodes;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.simulation.Agenda;
import org.ivrea.engine.simulation.AudioLengths;
import org.ivrea.engine.simulation.Caller;
import org.ivrea.engine.simulation.Utterance;
import org.jspecify.annotations.Nullable;

/// A caller who presses keys, 100 ms apart, and hangs up, each some time after hearing certain words.
final class PlannedCaller implements Caller {

    /// Speech plays 100 ms per character, so that times are easy to read; everything else a second.
    static final AudioLengths LENGTHS = audio -> switch (audio) {
        case Audio.Speech speech -> speech.text().length() * 100L;
        case Audio.Silence silence -> silence.ms();
        default -> 1_000;
    };

    private static final String HANGS_UP = "hang up";

    private final List<Reaction> reactions = new ArrayList<>();
    private final List<Reaction> atStart = new ArrayList<>();
    private final List<Reaction> pending = new ArrayList<>();
    private @Nullable Agenda agenda;

    /// @param keys or [#HANGS_UP]
    private record Reaction(String words, long afterMs, String keys) {}

    /// Keys at a time of the call.
    PlannedCaller at(long ms, String keys) {
        atStart.add(new Reaction("", ms, keys));
        return this;
    }

    /// Keys some time after the words begin, once: the first time that they are heard and have no reaction yet.
    PlannedCaller hearing(String words, long afterMs, String keys) {
        reactions.add(new Reaction(words, afterMs, keys));
        return this;
    }

    PlannedCaller hangsUpAt(long ms) {
        return at(ms, HANGS_UP);
    }

    PlannedCaller hangsUpHearing(String words, long afterMs) {
        return hearing(words, afterMs, HANGS_UP);
    }

    @Override
    public void calls(Agenda newAgenda) {
        agenda = newAgenda;
        pending.clear();
        pending.addAll(reactions);
        atStart.forEach(reaction -> act(reaction, 0, newAgenda));
    }

    @Override
    public void hears(Utterance utterance) {
        for (Reaction reaction : pending) {
            if (utterance.text().contains(reaction.words)) {
                pending.remove(reaction);
                act(reaction, utterance.startMs(), Objects.requireNonNull(agenda));
                return;
            }
        }
    }

    private static void act(Reaction reaction, long from, Agenda agenda) {
        long at = from + reaction.afterMs;
        if (reaction.keys.equals(HANGS_UP)) {
            agenda.hangUp(at, new CallEnd(CallEnd.NORMAL, CallEnd.Side.CALLER));
            return;
        }
        for (int i = 0; i < reaction.keys.length(); i++) {
            agenda.key(at + i * 100L, reaction.keys.charAt(i));
        }
    }

    @Override
    public void hearsNoMore(Utterance utterance, long atMs) {
        // Only the beginnings count.
    }
}
