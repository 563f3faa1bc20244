package org.ivrea.freeswitch.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.simulation.Answer;
import org.ivrea.engine.simulation.Names;
import org.ivrea.engine.simulation.OtherEnd;
import org.ivrea.engine.simulation.Utterance;
import org.ivrea.freeswitch.testhost.TestCall;
import org.ivrea.freeswitch.testhost.TestCall.Told;
import org.jspecify.annotations.Nullable;

/// Decides what happens in a driven call.
final class Driver {
    private static final int ANNOUNCEMENTS = 1;

    private final TestCall call;
    private final OtherEnd otherEnd;
    private final WatchedCall watched;
    private final PreparedHttp http;
    private final PreparedLuck luck;
    private final Semaphore controls;
    private final Supplier<String> node;
    /// Whether a key was pressed that the flow answers by moving about in what plays.
    private boolean controlled;
    private @Nullable Utterance utterance;
    private @Nullable Operation<?> dialling;
    private List<Operation.DialTarget> targets = List.of();

    /// @param controls a permit for each control that has reached the host
    /// @param node     at which the call is
    Driver(TestCall call, OtherEnd otherEnd, WatchedCall watched, PreparedHttp http, PreparedLuck luck,
            Semaphore controls, Supplier<String> node) {
        this.call = call;
        this.otherEnd = otherEnd;
        this.watched = watched;
        this.http = http;
        this.luck = luck;
        this.controls = controls;
        this.node = node;
    }

    void drive() {
        for (Told told = call.await(); told.what() != TestCall.Happening.ENDED; told = call.await()) {
            long[] values = told.values();
            if (!(watched.running() instanceof Operation.Enqueue)) {
                otherEnd.leavesQueue();
            }
            switch (told.what()) {
                case WAITS -> waits(values[0]);
                case BEGINS -> begins((int) values[1], (int) values[2], values[3]);
                case ENDS -> ends();
                case ASKS -> answer(words());
                default -> throw new AssertionError("the call does nothing; done so far: " + call.journal());
            }
        }
    }

    private void waits(long until) {
        if (controlled) {
            // No time passes until the flow has answered, as when a caller presses a key on a switch.
            controlled = false;
            controls.acquireUninterruptibly();
            answer("");
            return;
        }
        if (!(watched.running() instanceof Operation.HttpExchange)) {
            OtherEnd.Happening happening = next(until);
            controlled = watched.running() instanceof Operation.Play play
                    && play.controls().keys().containsKey(happening.key());
            controls.drainPermits();
            reply(happening);
            return;
        }
        try {
            for (long deadline = http.awaitDeadline(); deadline != PreparedHttp.NONE; deadline = http.awaitDeadline()) {
                OtherEnd.Happening happening = next(Math.min(until, deadline));
                if (happening.key() != '\0' || happening.end() != null || happening.atMs() < deadline) {
                    reply(happening);
                    return;
                }
                http.reach();
            }
            answer("");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private OtherEnd.Happening next(long until) {
        if (watched.answered()) {
            otherEnd.answered();
        }
        return otherEnd.next(until);
    }

    private void reply(OtherEnd.Happening happening) {
        CallEnd end = happening.end();
        call.reply(happening.atMs(), happening.key(), end == null ? null : end.cause(),
                end == null ? "" : end.side().name().toLowerCase(Locale.ROOT), "");
    }

    private void answer(String words) {
        call.reply(otherEnd.now(), '\0', null, "", words);
    }

    private void begins(int list, int index, long ms) {
        Operation<?> running = watched.running();
        var begun = running instanceof Operation.PlayBack playBack
                ? new Utterance(otherEnd.now(), ms, "[recording " + playBack.recording() + "]", null)
                : utterance((list == ANNOUNCEMENTS ? watched.announced() : audio(running)).get(index), ms);
        utterance = begun;
        otherEnd.hears(begun);
        answer("");
    }

    private Utterance utterance(Audio audio, long ms) {
        return new Utterance(otherEnd.now(), ms, audio.spoken(), audio);
    }

    private void ends() {
        Utterance ended = utterance;
        if (ended != null && otherEnd.now() < ended.endMs()) {
            otherEnd.hearsNoMore(ended);
        }
        utterance = null;
        answer("");
    }

    private static List<Audio> audio(Operation<?> running) {
        return switch (running) {
            case Operation.Play play -> play.audio();
            case Operation.Collect collect -> collect.prompt();
            case Operation.Listen listen -> listen.prompt();
            case Operation.Dial dial -> dial.music();
            case Operation.Enqueue enqueue -> enqueue.music();
            case Operation.HttpExchange exchange -> {
                // Before it comes a silence.
                List<Audio> heard = new ArrayList<>(List.of(new Audio.Silence(1)));
                heard.addAll(exchange.meanwhile());
                yield heard;
            }
            case Operation.LeaveVoicemail voicemail ->
                voicemail.greeting() == null ? List.of() : voicemail.greeting();
            default -> throw new AssertionError(running + " plays nothing");
        };
    }

    /// The answer in the words of the test host.
    private String words() {
        return switch (watched.running()) {
            case Operation.Record record -> Long.toString(otherEnd.recording(record, node.get()).spokenMs());
            case Operation.Dial dial -> dial(dial);
            case Operation.Transfer transfer ->
                otherEnd.transfers(transfer) ? "1" : "fail transfer-failed the simulated world refuses it";
            case Operation.Enqueue enqueue -> queue(otherEnd.queue(enqueue));
            case Operation.LeaveVoicemail voicemail -> Long.toString(otherEnd.voicemail(voicemail).spokenMs());
            case Operation.JoinConference conference -> {
                Answer.Conference answer = otherEnd.conference(conference);
                yield Names.of(answer.outcome()) + " " + answer.stayMs();
            }
            case Operation.Listen listen -> {
                Answer.Speech answer = otherEnd.speech(listen, node.get());
                yield Names.of(answer.outcome()) + " " + answer.confidence() + " " + answer.text();
            }
            case Operation.Execute execute -> {
                Answer.Execute answer = otherEnd.execute(execute);
                yield (answer.worked() ? "1 " : "0 ") + answer.afterMs();
            }
            default -> "";
        };
    }

    private static String queue(Answer.Queue answer) {
        return Names.of(answer.outcome()) + " " + answer.afterMs() + " " + answer.talkMs() + " "
                + (answer.key() == null ? "" : answer.key());
    }

    private String dial(Operation.Dial dial) {
        if (dial.order() == Operation.DialOrder.SIMULTANEOUS) {
            return dial(otherEnd.dial(dial, dial.targets()));
        }
        if (!dial.equals(dialling) || targets.isEmpty()) {
            dialling = dial;
            targets = new ArrayList<>(luck.order(dial));
        }
        return dial(otherEnd.dial(dial, List.of(targets.removeFirst())));
    }

    private static String dial(Answer.Dial answer) {
        return Names.of(answer.outcome()) + " " + answer.afterMs() + " " + answer.talkMs();
    }
}
