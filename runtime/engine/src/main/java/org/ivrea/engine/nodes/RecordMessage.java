package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.call.Operation.Collect;
import org.ivrea.engine.call.Operation.CollectResult;
import org.ivrea.engine.call.Operation.PlayResult;
import org.ivrea.engine.call.Operation.RecordEnd;
import org.ivrea.engine.call.Operation.RecordResult;
import org.ivrea.engine.expression.Template;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.Field;
import org.ivrea.engine.node.Next;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.NodeCheck;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.engine.node.NodeInfo;
import org.ivrea.engine.node.NodeRun;
import org.ivrea.engine.node.NodeType;
import org.ivrea.engine.node.VariableTarget;
import org.ivrea.engine.prompt.Prompt;
import org.ivrea.flow.json.JsonPointer;
import org.jspecify.annotations.Nullable;

@NodeInfo(name = "record", label = "Record message", group = NodeGroup.TALK, icon = "mic", media = true, waits = true, modules = {
        "mod_sndfile",
        "mod_tone_stream"}, help = "Records what the caller says. When the caller hangs up instead of ending the message, it is kept, and the variable set before the hang-up exit or handler.")
public record RecordMessage(
        @Field(label = "Prompt", help = "Played before the tone; a terminator skips it.", optional = true) Prompt prompt,
        @Field(label = "Recording goes to", help = "Variable that receives the name by which the recording is found;"
                + " empty when none was kept.") VariableTarget variable,
        @Field(label = "Name", help = RecordingName.HELP, optional = true, max = 500) Template name,
        @Field(label = "Tone", help = "A tone says when to speak.", def = "true") boolean beep,
        @Field(label = "Longest", help = "Ends the recording.", def = "120000", min = 1_000, max = 3_600_000, unit = Field.Unit.MILLISECONDS) int maxMs,
        @Field(label = "Shortest", help = "A shorter one is not kept and leads to the exit tooShort.", def = "1000", min = 0, max = 60_000, unit = Field.Unit.MILLISECONDS) int minMs,
        @Field(label = "Silence", help = "Silence that ends the recording, of which it is no part; 0 for never.", def = "5000", min = 0, max = 60_000, unit = Field.Unit.MILLISECONDS) int silenceMs,
        @Field(label = "Terminators", help = "Keys that end the recording.", def = "\"#\"", text = Field.TextKind.KEYS, optional = true) String terminators,
        @Field(label = "Review", help = "Lets the caller keep the recording, listen to it or record it again.") @Nullable Review review,
        @Field(label = "Length goes to", help = "Variable that receives the length in milliseconds; 0 when none was"
                + " kept.", optional = true, advanced = true) VariableTarget lengthMs)
        implements
            Node {

    static final Exit RECORDED = new Exit("recorded", "The recording is kept.");
    static final Exit TOO_SHORT = new Exit("tooShort", "The caller said nothing, or too little.");
    static final Exit CANCELLED = new Exit("cancelled", "The caller pressed the cancel key at the review.");

    /// What the caller may do with a recording.
    public record Review(
            @Field(label = "Prompt", help = "Says the keys.") Prompt prompt,
            @Field(label = "Keep key", def = "\"1\"", text = Field.TextKind.KEYS, max = 1) String keepKey,
            @Field(label = "Listen key", def = "\"2\"", text = Field.TextKind.KEYS, max = 1) String listenKey,
            @Field(label = "Again key", help = "Records again, over the old recording.", def = "\"3\"", text = Field.TextKind.KEYS, max = 1) String againKey,
            @Field(label = "Cancel key", help = "Leads to the exit cancelled; left out, there is no such choice.", text = Field.TextKind.KEYS, optional = true, max = 1) String cancelKey,
            @Field(label = "No-input timeout", help = "How long to wait for a key after the prompt.", def = "5000", min = 100, max = 120_000, unit = Field.Unit.MILLISECONDS) int timeoutMs,
            @Field(label = "Tries", help = "No-inputs, or wrong keys, after which the recording is kept.", def = "3", min = 1, max = 100) int tries) {

        private List<String> keys() {
            List<String> keys = new ArrayList<>(List.of(keepKey, listenKey, againKey));
            if (!cancelKey.isEmpty()) {
                keys.add(cancelKey);
            }
            return keys;
        }

        private Keys bargeIn() {
            return new Keys(String.join("", keys()));
        }
    }

    /// What a caller decided.
    private enum Verdict {
        KEEP, AGAIN, CANCEL
    }

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(RecordMessage.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return review == null || review.cancelKey().isEmpty()
                ? List.of(RECORDED, TOO_SHORT)
                : List.of(RECORDED, TOO_SHORT, CANCELLED);
    }

    @Override
    public Next run(NodeRun run) {
        String file = RecordingName.of(name, run);
        while (true) {
            if (!prompt.isEmpty()) {
                run.perform(new Operation.Play(run.audio(prompt), new Keys(terminators), true));
            }
            RecordResult result = run.perform(
                    new Operation.Record(file, beep, maxMs, silenceMs, new Keys(terminators)));
            boolean kept = result.lengthMs() >= Math.max(minMs, 1);
            keep(run, kept ? result.recording() : "", kept ? result.lengthMs() : 0);
            if (result.end() == RecordEnd.HANGUP) {
                // The call is over, and asking for the caller is how the engine learns that here.
                run.perform(new Operation.Play(List.of(), Keys.NONE, true));
            }
            if (!kept) {
                run.because("there were " + Summary.time(result.lengthMs()) + " only");
                return TOO_SHORT;
            }
            switch (review == null ? Verdict.KEEP : verdict(run, review, result.recording())) {
                case KEEP -> {
                    return RECORDED;
                }
                case CANCEL -> {
                    keep(run, "", 0);
                    return CANCELLED;
                }
                case AGAIN -> {
                }
            }
        }
    }

    private void keep(NodeRun run, String recording, long ms) {
        run.set(variable, recording);
        run.set(lengthMs, ms);
    }

    /// Asks until there is a decision. A caller who does not decide keeps the recording: messages are not lost.
    private static Verdict verdict(NodeRun run, Review review, String recording) {
        var retries = new InputAttempts.Retries(review.tries(), review.tries(), List.of(), List.of(), true);
        var attempts = new InputAttempts(run, retries);
        String key = "";
        while (true) {
            if (key.isEmpty()) {
                CollectResult answer = attempts.ask(new Collect(attempts.question(review.prompt()), review.bargeIn(), 1,
                        1, Keys.NONE, review.timeoutMs(), review.timeoutMs(), review.keys(), false));
                key = answer.digits();
            }
            Exit givenUp = null;
            if (key.equals(review.keepKey())) {
                return Verdict.KEEP;
            } else if (key.equals(review.againKey())) {
                return Verdict.AGAIN;
            } else if (key.isEmpty()) {
                givenUp = attempts.noInput();
            } else if (key.equals(review.cancelKey())) {
                return Verdict.CANCEL;
            } else if (key.equals(review.listenKey())) {
                PlayResult played = run.perform(new Operation.PlayBack(recording, review.bargeIn()));
                key = played.interruptedBy() == null ? "" : played.interruptedBy().toString();
                continue;
            } else {
                givenUp = attempts.noMatch();
            }
            if (givenUp != null) {
                return Verdict.KEEP;
            }
            key = "";
        }
    }

    @Override
    public void check(NodeCheck check) {
        JsonPointer at = check.pointer();
        RecordingName.check(check, at.child("name"), name);
        if (minMs >= maxMs) {
            check.error("bad-range", at.child("minMs"), "No recording has at least " + Summary.time(minMs)
                    + " and at most " + Summary.time(maxMs) + "; lower \"minMs\" or raise \"maxMs\"");
        }
        if (terminators.isEmpty() && silenceMs == 0) {
            check.warning("no-terminator", at.child("terminators"), "Only its greatest length ends this recording; name"
                    + " a terminator or give a silence");
        }
        if (review != null) {
            checkReview(check, at.child("review"), review);
        }
    }

    private static void checkReview(NodeCheck check, JsonPointer at, Review review) {
        List<String> names = List.of("keepKey", "listenKey", "againKey", "cancelKey");
        List<String> keys = review.keys();
        for (int i = 0; i < keys.size(); i++) {
            if (keys.subList(0, i).contains(keys.get(i))) {
                check.error("same-key", at.child(names.get(i)), "The key " + keys.get(i) + " has another meaning at the"
                        + " review already; choose another one");
            }
        }
    }

    @Override
    public String summary() {
        return Summary.of(Summary.quote(prompt), "up to " + Summary.time(maxMs), variable.name());
    }
}
