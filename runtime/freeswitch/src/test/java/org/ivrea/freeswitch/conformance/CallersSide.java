package org.ivrea.freeswitch.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.simulation.OtherEnd;
import org.ivrea.freeswitch.real.PhoneCall;
import org.jspecify.annotations.Nullable;

/// What a script's caller does in a call on FreeSWITCH: listens, presses keys, speaks and hangs up by telephone, when the
/// script has it. The call's other end guards it: the flow's thread and another one take part.
final class CallersSide {
    private static final int VOICE_HERTZ = 1_500;
    /// The tone, and what it takes to begin.
    private static final int BEEP_MS = 700;

    private final OtherEnd otherEnd;
    private final PhoneCall phone;
    private final Listening listening;
    private final OtherParties others;
    private final LongSupplier now;
    private final String uuid;
    private int framesHeard;
    private long actedMs;
    private long latestMs;

    /// @param now  in the call
    /// @param uuid of the call on the switch
    CallersSide(OtherEnd otherEnd, PhoneCall phone, Listening listening, OtherParties others, LongSupplier now,
            String uuid) {
        this.otherEnd = otherEnd;
        this.phone = phone;
        this.listening = listening;
        this.others = others;
        this.now = now;
        this.uuid = uuid;
    }

    /// All do what is due.
    void act() {
        synchronized (otherEnd) {
            List<byte[]> frames = phone.frames(framesHeard);
            framesHeard += frames.size();
            for (byte[] frame : frames) {
                listening.frame(frame);
                others.heard(frame);
            }
            others.act();
            latestMs = Math.max(latestMs, now.getAsLong() - actedMs);
            actedMs = now.getAsLong();
            catchUp(actedMs);
        }
    }

    /// By how much the caller was ever late. On a busy machine a call may be another one than the script's.
    long latestMs() {
        synchronized (otherEnd) {
            return latestMs;
        }
    }

    /// The caller does what is due. Every happening is acted on: one that were passed over would be a lost key.
    private void catchUp(long untilMs) {
        OtherEnd.Happening happening = otherEnd.next(untilMs);
        while (happening.key() != '\0' || happening.end() != null) {
            if (happening.end() != null) {
                phone.hangUp();
            } else {
                phone.press(String.valueOf(happening.key()));
            }
            happening = otherEnd.next(untilMs);
        }
    }

    /// An operation is about to begin.
    ///
    /// @param node at which the call is
    void begins(Operation<?> operation, String node) {
        synchronized (otherEnd) {
            catchUp(now.getAsLong());
            listening.begin(audio(operation));
            switch (operation) {
                case Operation.Record record -> speak(record, node);
                case Operation.Dial dial -> others.expect(dial);
                case Operation.Enqueue enqueue -> others.expect(enqueue);
                case Operation.LeaveVoicemail voicemail -> others.expect(voicemail, phone);
                case Operation.JoinConference conference -> others.expect(conference);
                case Operation.Transfer transfer -> others.expect(transfer, phone);
                case Operation.Listen listen -> others.expect(listen, node, uuid, phone);
                default -> {
                }
            }
        }
    }

    /// The caller speaks after the tone, as long as the script has it.
    private void speak(Operation.Record record, String node) {
        long ms = otherEnd.recording(record, node).spokenMs();
        phone.say(VOICE_HERTZ, record.beep() ? BEEP_MS : 0, (int) (ms < 0 ? record.maxMs() : ms));
    }

    /// An announcement is about to be played in a queue.
    void announced(List<Audio> announcement) {
        synchronized (otherEnd) {
            catchUp(now.getAsLong());
            listening.begin(announcement);
        }
    }

    /// The operation is over.
    ///
    /// @param result `null` when it failed, or when the call ended before
    void ends(@Nullable Object result) {
        boolean whole = result instanceof Operation.PlayResult played && played.interruptedBy() == null
                || result instanceof Operation.CollectResult collected && collected.digits().isEmpty();
        synchronized (otherEnd) {
            catchUp(listening.end(whole));
            otherEnd.leavesQueue();
        }
    }

    private static List<Audio> audio(Operation<?> operation) {
        return switch (operation) {
            case Operation.Play play -> play.audio();
            case Operation.Collect collect -> collect.prompt();
            case Operation.Dial dial -> dial.music();
            case Operation.Enqueue enqueue -> enqueue.music();
            case Operation.Listen listen -> listen.prompt();
            case Operation.LeaveVoicemail voicemail ->
                voicemail.greeting() == null ? List.of() : voicemail.greeting();
            case Operation.HttpExchange http when !http.meanwhile().isEmpty() -> {
                List<Audio> heard = new ArrayList<>(List.of(new Audio.Silence(1)));
                heard.addAll(http.meanwhile());
                yield heard;
            }
            default -> List.of();
        };
    }
}
