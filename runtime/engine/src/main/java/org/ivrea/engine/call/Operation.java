package org.ivrea.engine.call;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that a flow asks of a call. All times are milliseconds. Names of queues, gateways and so on are symbolic;
/// the call's environment knows what they stand for.
///
/// @param <R> what comes of it
public sealed interface Operation<R> {

    /// False when it can be done after the caller has gone.
    default boolean needsCaller() {
        return true;
    }

    /// The result of an operation that has none.
    enum Done {
        DONE
    }

    /// Answers the call; nothing happens when it is answered already.
    record Answer() implements Operation<Done> {}

    /// Opens the voice path without answering (early media).
    record PreAnswer() implements Operation<Done> {}

    /// Plays a list without a gap. Keys that may not interrupt are kept for the next [Collect]. A waiting key of
    /// `bargeIn` skips the prompt.
    ///
    /// @param keepDigits false to throw typed-ahead keys away before it begins
    /// @param controls   keys that move about in what plays; they are kept for no input
    record Play(List<Audio> audio, Keys bargeIn, boolean keepDigits,
            PlayControls controls) implements Operation<PlayResult> {
        public Play {
            audio = List.copyOf(audio);
        }

        /// Without controls.
        public Play(List<Audio> audio, Keys bargeIn, boolean keepDigits) {
            this(audio, bargeIn, keepDigits, PlayControls.NONE);
        }
    }

    /// What keys do to the recording or tone that plays. A synthetic voice can only be stopped.
    ///
    /// @param skipMs how far back and forward go
    record PlayControls(Map<Character, PlayControl> keys, int skipMs) {
        public static final PlayControls NONE = new PlayControls(Map.of(), 0);

        public PlayControls {
            keys = Map.copyOf(keys);
        }
    }

    /// What a key does to what plays.
    enum PlayControl {
        /// Stands still, or goes on.
        PAUSE, BACK, FORWARD,
        /// From the beginning of what plays now.
        RESTART, LOUDER, SOFTER,
        /// As if it had come to its end.
        STOP
    }

    /// @param interruptedBy the key that ended it, which is used up by that; `null` when it came to its end
    /// @param playedMs      how long it played
    record PlayResult(@Nullable Character interruptedBy, long playedMs) {}

    /// Plays a prompt and takes keys, typed-ahead ones first.
    ///
    /// The input ends at a terminator, at `max` digits, when no key comes within the timeout, and, where `entries` are
    /// given, as soon as the digits are an entry that no other entry begins with, or can become no entry any more.
    ///
    /// @param prompt             may be empty
    /// @param bargeIn            keys that stop the prompt and count as input; other keys typed during the prompt
    ///                           count, too, but the prompt plays on
    /// @param min                fewer digits at a terminator or timeout are still returned; for information
    /// @param max                at least 1
    /// @param terminators        keys that end the input and are no part of it
    /// @param firstDigitTimeoutMs after the prompt's end, until the first key
    /// @param interDigitTimeoutMs after a key, until the next
    /// @param entries            all complete inputs; empty when any digits will do
    /// @param secret             true to mask the keys in traces
    record Collect(List<Audio> prompt, Keys bargeIn, int min, int max, Keys terminators, int firstDigitTimeoutMs,
            int interDigitTimeoutMs, List<String> entries, boolean secret) implements Operation<CollectResult> {
        public Collect {
            prompt = List.copyOf(prompt);
            entries = List.copyOf(entries);
        }
    }

    /// @param digits     without the terminator; may be empty
    /// @param terminator the key that ended the input, or `null`
    record CollectResult(String digits, @Nullable Character terminator, CollectEnd end) {}

    /// What ended an input.
    enum CollectEnd {
        ENTRY, MAX_DIGITS, TERMINATOR, TIMEOUT
    }

    /// Records the caller. When the caller hangs up meanwhile, what was said is kept and returned, as most callers end
    /// their message that way; the next operation that needs the caller then throws [CallEnded].
    ///
    /// @param file      name without folder and extension; the call decides where recordings are kept
    /// @param silenceMs silence that ends it; 0 for never
    record Record(String file, boolean beep, int maxMs, int silenceMs, Keys terminators)
            implements
                Operation<RecordResult> {}

    /// @param recording how the recording is found afterwards
    /// @param lengthMs  of the recording
    record RecordResult(String recording, long lengthMs, RecordEnd end) {}

    /// What ended a recording.
    enum RecordEnd {
        TERMINATOR, SILENCE, MAX_LENGTH, HANGUP
    }

    /// Plays a recording that the caller made.
    record PlayBack(String recording, Keys bargeIn) implements Operation<PlayResult> {}

    /// Waits.
    ///
    /// @param interruptedBy keys that end it
    record Sleep(int ms, Keys interruptedBy) implements Operation<PlayResult> {}

    /// Connects the caller with somebody and waits until that is over.
    ///
    /// @param ringMs     how long it may ring
    /// @param maxTalkMs  after which the parties are parted; 0 for never
    /// @param callerId   number shown to the called party; `null` for the caller's own
    /// @param music      what the caller hears meanwhile; empty for ringing tone
    /// @param whisper    what the called party hears before being connected; may be empty
    /// @param acceptKey  key with which the called party accepts; `null` for none needed
    record Dial(List<DialTarget> targets, DialOrder order, int ringMs, int maxTalkMs, @Nullable String callerId,
            List<Audio> music, List<Audio> whisper, @Nullable Character acceptKey) implements Operation<DialResult> {
        public Dial {
            targets = List.copyOf(targets);
            music = List.copyOf(music);
            whisper = List.copyOf(whisper);
        }
    }

    /// Whom to call.
    sealed interface DialTarget {
        /// What the environment knows by this name.
        record Named(String destination) implements DialTarget {}

        /// @param number  already checked: digits, letters and `+*#._@-` only
        /// @param gateway symbolic name; `null` for a user of the switch itself
        /// @param secret  true to mask the number in traces
        record Number(String number, @Nullable String gateway, boolean secret) implements DialTarget {}
    }

    /// In which order several targets ring.
    enum DialOrder {
        SIMULTANEOUS, SEQUENTIAL, RANDOM
    }

    /// @param cause  the switch's hangup cause by name
    /// @param talkMs 0 when nobody answered
    record DialResult(DialOutcome outcome, String cause, long talkMs) {}

    /// How an attempt to connect ended.
    enum DialOutcome {
        ANSWERED, BUSY, NO_ANSWER, REJECTED, UNREACHABLE, CANCELLED
    }

    /// Sends the call elsewhere for good. Does not return when it worked: the call has ended then, as
    /// [CallEnd.Side#TRANSFERRED].
    ///
    /// Throws a [CallFailure] with the code [#TRANSFER_FAILED] when it did not work and the call is still up.
    ///
    /// @param to      a number without a gateway is looked up in the dialplan
    /// @param context the dialplan's context; `null` for the call's own
    /// @param refer   true to have the caller's own side place the new call (SIP REFER)
    record Transfer(DialTarget to, @Nullable String context, boolean refer) implements Operation<Done> {
        public static final String TRANSFER_FAILED = "transfer-failed";
    }

    /// Waits in a queue and talks to an agent.
    ///
    /// @param priority  0 is usual; callers of a higher priority come first
    /// @param maxWaitMs 0 for no limit
    /// @param music     empty for the queue's own
    /// @param exitKeys  keys with which the caller leaves the queue
    record Enqueue(String queue, int priority, int maxWaitMs, List<Audio> music, Announcements announcements,
            Keys exitKeys) implements Operation<QueueResult> {
        public Enqueue {
            music = List.copyOf(music);
        }
    }

    /// What callers hear in a queue beside the music.
    ///
    /// @param firstAfterMs when the first one plays; -1 for none at all
    /// @param everyMs      from the beginning of one to the next; 0 for the first one only
    record Announcements(Announcement announcement, int firstAfterMs, int everyMs) {
        public static final Announcements NONE = new Announcements(_ -> List.of(), -1, 0);
    }

    /// An announcement that may say where the caller stands.
    @FunctionalInterface
    interface Announcement {
        /// Asked anew each time, on the thread that performs the operation.
        ///
        /// @return what is to be heard; empty for nothing
        List<Audio> at(QueuePlace place);
    }

    /// Where a caller stands in a queue.
    ///
    /// @param position 1 for the caller who is next; 0 when unknown
    /// @param waitMs   estimate of the time that is left; 0 when unknown
    record QueuePlace(int position, long waitMs) {}

    /// @param key the exit key, with [QueueOutcome#EXIT_KEY] only
    record QueueResult(QueueOutcome outcome, @Nullable Character key, long waitedMs) {}

    /// How a caller left a queue.
    enum QueueOutcome {
        ANSWERED, TIMEOUT, EXIT_KEY, FULL, NO_AGENTS, CLOSED
    }

    /// Lets the caller leave a message in a mailbox.
    ///
    /// @param number   the box's number, already checked, where the mailbox's name stands for many; `null` for none
    /// @param greeting what the caller hears in place of the box's own greeting; `null` for that one, empty for none
    record LeaveVoicemail(String mailbox, @Nullable String number, @Nullable List<Audio> greeting,
            boolean skipInstructions) implements Operation<VoicemailResult> {
        public LeaveVoicemail {
            greeting = greeting == null ? null : List.copyOf(greeting);
        }
    }

    /// @param left false when no message was left
    record VoicemailResult(boolean left, long lengthMs) {}

    /// Puts the caller into a conference until they leave with a key or it ends.
    ///
    /// @param number tells conferences apart that share the room's settings, already checked; `null` for the room's one
    /// @param pin    name of the secret with the PIN that the caller has to enter; `null` for the room's own, or none
    /// @param flags  of the member, by their FreeSWITCH names, such as `mute`
    record JoinConference(String room, @Nullable String number, @Nullable String pin,
            List<String> flags) implements Operation<ConferenceOutcome> {
        public JoinConference {
            flags = List.copyOf(flags);
        }
    }

    /// How a conference ended for the caller.
    enum ConferenceOutcome {
        LEFT, PIN_FAILED, LOCKED
    }

    /// Controls the recording of the whole call.
    ///
    /// @param file   name without folder and extension; empty, for all but starting, for every recording that runs
    /// @param stereo caller and others on a channel each; for starting only
    record ControlRecording(RecordingAction action, String file, boolean stereo) implements Operation<Done> {}

    /// What to do with the recording of the call.
    enum RecordingAction {
        START, STOP, PAUSE, RESUME, MASK, UNMASK
    }

    /// Sends keys to the other side.
    record SendDtmf(String digits, int toneMs, int gapMs) implements Operation<Done> {}

    /// Listens for speech, and for keys if `dtmfToo`.
    ///
    /// @param engine  symbolic; `null` for the server's choice
    /// @param grammar name or text for the engine; `null` for free speech
    /// @param hints   phrases that are likely
    /// @param noInputMs    after the prompt's end, until speech begins
    /// @param endSilenceMs silence that ends speech, and the time to wait for a further key
    /// @param maxMs        how long the caller may speak
    /// @param secret       true to mask the keys in traces
    record Listen(List<Audio> prompt, Keys bargeIn, @Nullable String engine, @Nullable String grammar,
            List<String> hints, String language, int noInputMs, int endSilenceMs, int maxMs, boolean dtmfToo,
            boolean secret) implements Operation<SpeechResult> {
        public Listen {
            prompt = List.copyOf(prompt);
            hints = List.copyOf(hints);
        }
    }

    /// @param text       what was understood, or the keys pressed; empty for nothing
    /// @param confidence 0 to 1
    record SpeechResult(SpeechOutcome outcome, String text, double confidence) {}

    /// What came of listening.
    enum SpeechOutcome {
        SPEECH, KEYS, NO_INPUT, NO_MATCH
    }

    /// Runs an application of the switch, if the server allows it.
    ///
    /// @param name symbolic or the switch's own; the server's allow-list decides
    record Execute(String name, String arguments) implements Operation<Boolean> {}

    /// Sets a variable of the channel, which also puts it into the call detail record.
    record SetChannelVariable(String name, String value, boolean secret) implements Operation<Done> {
        @Override
        public boolean needsCaller() {
            return false;
        }
    }

    /// A request to a service.
    ///
    /// @param service      symbolic name of the service; the environment knows its address and credentials
    /// @param path         already encoded, begins with `/`
    /// @param shownPath    the path as traces and logs show it, secrets masked
    /// @param headers      by name
    /// @param body         `null` for none
    /// @param retries      how often to try again after a network error or a 5xx reply to a safe method
    /// @param meanwhile    what the caller hears while waiting, from [#MEANWHILE_AFTER_MS] on; may be empty
    record HttpExchange(String nodeId, String service, String method, String path, String shownPath,
            Map<String, String> headers, @Nullable String contentType, @Nullable String body, int timeoutMs,
            int retries, int maxResponseBytes,
            List<Audio> meanwhile) implements Operation<HttpOutcome> {

        /// A reply that comes sooner cuts no word off.
        public static final int MEANWHILE_AFTER_MS = 300;

        public HttpExchange {
            headers = Map.copyOf(headers);
            meanwhile = List.copyOf(meanwhile);
        }

        /// The same request with less time.
        public HttpExchange withTimeout(int ms) {
            return new HttpExchange(nodeId, service, method, path, shownPath, headers, contentType, body, ms, retries,
                    maxResponseBytes, meanwhile);
        }

        @Override
        public boolean needsCaller() {
            return false;
        }
    }

    /// What came of a request.
    sealed interface HttpOutcome {
        /// @param body decoded as UTF-8
        record Reply(int status, String contentType, String body) implements HttpOutcome {}

        record TimedOut(String reason) implements HttpOutcome {}

        /// No reply: refused by policy, no connection, a reply too large…
        record Failed(String reason) implements HttpOutcome {}
    }

    /// Draws one of several branches by chance.
    ///
    /// @param weights each at least 0, with a sum above 0
    /// @param sticky  the same text always draws the same branch; `null` for a new draw each time
    record Draw(String nodeId, List<Integer> weights, @Nullable String sticky) implements Operation<Integer> {
        public Draw {
            weights = List.copyOf(weights);
        }

        @Override
        public boolean needsCaller() {
            return false;
        }
    }

    /// Writes to the server's log.
    ///
    /// @param level one of `debug`, `info`, `warning`, `error`
    record Log(String level, String text) implements Operation<Done> {
        @Override
        public boolean needsCaller() {
            return false;
        }
    }

    /// Ends the call.
    ///
    /// @param cause by its FreeSWITCH name
    record Hangup(String cause) implements Operation<Done> {}
}
