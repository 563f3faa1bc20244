package org.ivrea.freeswitch.conformance;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.LongSupplier;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.simulation.Answer;
import org.ivrea.engine.simulation.OtherEnd;
import org.ivrea.flow.project.ResourceKind;
import org.ivrea.freeswitch.environment.Bindings;
import org.ivrea.freeswitch.real.FreeSwitch;
import org.ivrea.freeswitch.real.Heard;
import org.ivrea.freeswitch.real.ModuleSections;
import org.ivrea.freeswitch.real.Phone;
import org.ivrea.freeswitch.real.PhoneCall;
import org.jspecify.annotations.Nullable;

/// Who a script's caller gets to talk to on the switch: those who are called, agents, a mailbox. They do what the script
/// has prepared, each with a telephone. The call's other end guards it.
final class OtherParties implements Bindings, AutoCloseable {
    /// They act so much earlier than the script's world does, for what else begins at that moment not to begin first.
    private static final long AHEAD_MS = 1_000;
    private static final int VOICE_HERTZ = 1_500;
    private static final int BREATH_MS = 300;
    private static final int WORD_MS = 1_000;
    private static final long PATIENCE_S = 30;
    /// A variable of the channel by which the tests' speech recognition knows what is said.
    private static final String SAID = "asr_json_param_says";

    private final OtherEnd otherEnd;
    private final PreparedLuck luck;
    private final LongSupplier now;
    private final Seat seat;
    private final Phone phone = new Phone();
    private final Errands errands = new Errands();
    private String queue = "";
    private String profile = "default";
    private int mostWaiting;
    private @Nullable PhoneCall speaker;
    private long speechMs;
    private boolean beeping;

    /// @param now in the call
    OtherParties(OtherEnd otherEnd, PreparedLuck luck, LongSupplier now, Seat seat) {
        this.otherEnd = otherEnd;
        this.luck = luck;
        this.now = now;
        this.seat = seat;
    }

    // --------------------------------------------------------------------------------------- what is about to happen

    /// Others are about to be called.
    void expect(Operation.Dial dial) {
        if (dial.order() == Operation.DialOrder.SIMULTANEOUS) {
            Answer.Dial answer = otherEnd.dial(dial, dial.targets());
            phone.when(call -> rings(call, answer));
            return;
        }
        Queue<Operation.DialTarget> targets = new ArrayDeque<>();
        phone.when(call -> {
            synchronized (otherEnd) {
                if (targets.isEmpty()) {
                    // Only now is it known in which order chance has put them.
                    targets.addAll(luck.order(dial));
                }
                rings(call, otherEnd.dial(dial, List.of(targets.remove())));
            }
        });
    }

    private void rings(PhoneCall call, Answer.Dial answer) {
        synchronized (otherEnd) {
            call.ring();
            long at = now.getAsLong() + ahead(answer.afterMs());
            switch (answer.outcome()) {
                case ANSWERED -> talks(call, at, answer.talkMs());
                case BUSY -> refuses(call, at, 486, "Busy Here");
                case REJECTED -> refuses(call, at, 603, "Decline");
                case UNREACHABLE -> refuses(call, at, 604, "Does Not Exist Anywhere");
                case CANCELLED -> refuses(call, at, 487, "Request Terminated");
                case NO_ANSWER -> {
                }
            }
        }
    }

    private void talks(PhoneCall call, long fromMs, long ms) {
        errands.at(fromMs, () -> {
            call.answer();
            errands.at(now.getAsLong() + ms, call::hangUp);
        });
    }

    private void refuses(PhoneCall call, long atMs, int status, String words) {
        errands.at(atMs, () -> {
            if (!call.ended()) {
                call.refuse(status, words);
            }
        });
    }

    /// The caller is about to wait in a queue.
    void expect(Operation.Enqueue enqueue) {
        Answer.Queue answer = otherEnd.queue(enqueue);
        long at = now.getAsLong() + ahead(answer.afterMs());
        queue = seat.queue();
        mostWaiting = 0;
        switch (answer.outcome()) {
            case ANSWERED -> {
                phone.when(call -> {
                    synchronized (otherEnd) {
                        call.ring();
                        errands.at(at + answer.talkMs(), seat::agentLeaves);
                        talks(call, at, answer.talkMs());
                    }
                });
                seat.agentAt(phone.dialString());
            }
            case NO_AGENTS -> queue = Seat.EMPTY;
            case CLOSED -> errands.at(at, this::letGo);
            case TIMEOUT -> queue = answer.afterMs() == Seat.LIMIT_S * 1_000L ? Seat.LIMITED : queue;
            // The caller presses the key.
            case EXIT_KEY -> {
            }
            case FULL -> {
                mostWaiting = 1;
                phone.call(Seat.WAITS + queue, seat.sipPort());
                FreeSwitch.await(PATIENCE_S, "somebody to wait in " + queue, () -> !seat.waiting().isEmpty());
            }
        }
    }

    /// Parts the queue from those who wait in it.
    private void letGo() {
        List<String> waiting = seat.waiting();
        waiting.forEach(uuid -> seat.api("uuid_kill " + uuid));
        if (waiting.isEmpty()) {
            errands.at(now.getAsLong() + 1, this::letGo);
        }
    }

    /// The caller is about to enter the room.
    void expect(Operation.JoinConference conference) {
        Answer.Conference answer = otherEnd.conference(conference);
        switch (answer.outcome()) {
            case LEFT -> errands.at(now.getAsLong() + answer.stayMs(), () -> seat.api(seat.room("kick all")));
            case LOCKED -> {
                phone.call(Seat.MEETS + seat.room(), seat.sipPort());
                FreeSwitch.await(PATIENCE_S, seat.room() + " to be locked", () -> seat.api(seat.room("lock"))
                        .contains("OK"));
            }
            // The caller presses nothing when asked for it.
            case PIN_FAILED -> profile = ModuleSections.GUARDED;
        }
    }

    /// The caller's side is about to be asked to call elsewhere.
    void expect(Operation.Transfer transfer, PhoneCall caller) {
        if (!otherEnd.transfers(transfer)) {
            caller.refusesReferral();
        }
    }

    /// The caller is about to be listened to.
    ///
    /// @param uuid of the call on the switch
    void expect(Operation.Listen listen, String node, String uuid, PhoneCall caller) {
        Answer.Speech answer = otherEnd.speech(listen, node);
        if (answer.outcome() == Operation.SpeechOutcome.SPEECH
                || answer.outcome() == Operation.SpeechOutcome.NO_MATCH) {
            String said = "{\"text\":\"" + answer.text() + "\",\"confidence\":" + answer.confidence() + "}";
            seat.api("uuid_setvar " + uuid + " " + SAID + " " + said);
            caller.say(VOICE_HERTZ, BREATH_MS, WORD_MS);
        }
    }

    /// The caller is about to leave a message.
    void expect(Operation.LeaveVoicemail voicemail, PhoneCall caller) {
        speechMs = otherEnd.voicemail(voicemail).spokenMs();
        speaker = caller;
        beeping = false;
    }

    private static long ahead(long ms) {
        return Math.max(0, ms - AHEAD_MS);
    }

    // -------------------------------------------------------------------------------------------------- what happens

    /// They do what is due.
    void act() {
        errands.upTo(now.getAsLong());
    }

    /// A frame of what the caller hears: after the tone the caller speaks.
    void heard(byte[] frame) {
        PhoneCall waits = speaker;
        if (waits == null) {
            return;
        }
        boolean beeps = Heard.is(frame, ModuleSections.BEEP_HERTZ);
        if (beeping && !beeps) {
            speaker = null;
            waits.say(VOICE_HERTZ, BREATH_MS, (int) speechMs);
        }
        beeping = beeping || beeps;
    }

    // ------------------------------------------------------------------------------------------------ what names mean

    @Override
    public String bound(ResourceKind kind, String name) {
        return switch (kind) {
            case DESTINATION -> phone.dialString();
            case QUEUE -> queue;
            case MAILBOX -> Seat.MAILBOX;
            case ROOM -> seat.room() + "@" + profile;
            default -> name;
        };
    }

    @Override
    public String dialString(String number, @Nullable String gateway) {
        return phone.dialString();
    }

    @Override
    public int mostWaiting(String name) {
        return mostWaiting;
    }

    @Override
    public boolean allowsVariable(String name) {
        return true;
    }

    @Override
    public void close() {
        phone.close();
        seat.agentLeaves();
    }
}
