package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.call.Operation.Collect;
import org.ivrea.engine.call.Operation.CollectResult;
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

@NodeInfo(name = "collect", label = "Collect digits", group = NodeGroup.TALK, icon = "hash", media = true, waits = true, help = "Asks for a number, a date, an amount… and puts it into a variable.")
public record CollectDigits(
        @Field(label = "Prompt", help = "What the caller is asked.", optional = true) Prompt prompt,
        @Field(label = "Goes to", help = "Variable that receives what was entered.", setOn = {
                "collected", "rejected"}) VariableTarget variable,
        @Field(label = "Kind", help = "What is entered. digits, phone and card give text; date (eight digits) text such"
                + " as 2026-03-02; time (three or four) text such as 08:30; money, with * for the decimal point, a"
                + " number.", def = "\"digits\"") DigitKind kind,
        @Field(label = "Date order", help = "In which order the digits of a date come.", def = "\"yearMonthDay\"", advanced = true) DateOrder dateOrder,
        @Field(label = "Least digits", help = "Fewer are a wrong input; 0 accepts a terminator alone. A kind may need"
                + " more.", def = "1", min = 0, max = 128) int min,
        @Field(label = "Most digits", help = "The input ends with this many. A kind may have fewer.", def = "20", min = 1, max = 128) int max,
        @Field(label = "Pattern", help = "Regular expression (RE2) that describes all of the keys; it allows * and #"
                + " for the kind digits.", text = Field.TextKind.PATTERN, optional = true, max = 500, advanced = true) String pattern,
        @Field(label = "Terminators", help = "Keys that end the input and are no part of it.", def = "\"#\"", text = Field.TextKind.KEYS, optional = true) String terminators,
        @Field(label = "No-input timeout", help = "How long to wait for the first key after the prompt.", def = "5000", min = 100, max = 120_000, unit = Field.Unit.MILLISECONDS) int timeoutMs,
        @Field(label = "Inter-digit timeout", help = "How long to wait for each further key.", def = "3000", min = 100, max = 60_000, unit = Field.Unit.MILLISECONDS) int interDigitMs,
        @Field(label = "Secret", help = "For PINs and cards: the digits never appear in traces. Declare the variable"
                + " as secret, too.", def = "false") boolean secret,
        @Field(label = "Barge-in", help = "Keys that stop the prompt. Other keys count as well.", def = "\"allKeys\"") BargeIn bargeIn,
        @Field(label = "Barge-in keys", help = "With barge-in by some keys: those keys.", text = Field.TextKind.KEYS, optional = true, advanced = true) String bargeInKeys,
        @Field(label = "No-inputs", help = "No-inputs after which the exit timeout is taken; 1 asks once.", def = "3", min = 1, max = 100) int maxNoInput,
        @Field(label = "No-matches", help = "Wrong inputs after which the exit invalid is taken; 1 asks once.", def = "3", min = 1, max = 100) int maxNoMatch,
        @Field(label = "No-input prompts", help = "Played before asking again: the first after the first no-input, and"
                + " so on; the last one repeats.", max = 100) List<Prompt> noInputPrompts,
        @Field(label = "No-match prompts", help = "Played before asking again: the first after the first wrong input,"
                + " and so on; the last one repeats.", max = 100) List<Prompt> noMatchPrompts,
        @Field(label = "Ask again", help = "Whether the prompt follows a no-input or no-match prompt.", def = "true", advanced = true) boolean repeatPrompt,
        @Field(label = "Confirmation", help = "Asks the caller whether the input is right.") @Nullable Confirm confirm)
        implements
            Node {

    static final Exit COLLECTED = new Exit("collected", "The variable holds what the caller entered.");
    static final Exit REJECTED = new Exit("rejected", "The caller found every input wrong.");

    /// The question whether an input is right. It shares the node's timeouts and counters of no-inputs and no-matches.
    public record Confirm(
            @Field(label = "Prompt", help = "Says what was entered, which the variable holds already, and the keys.") Prompt prompt,
            @Field(label = "Accept key", def = "\"1\"", text = Field.TextKind.KEYS, max = 1) String acceptKey,
            @Field(label = "Reject key", def = "\"2\"", text = Field.TextKind.KEYS, max = 1) String rejectKey,
            @Field(label = "Rejections", help = "Rejections after which the exit rejected is taken.", def = "3", min = 1, max = 100) int attempts) {}

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(CollectDigits.class);
        }
    }

    @Override
    public List<Exit> exits() {
        List<Exit> exits = new ArrayList<>(List.of(COLLECTED, InputAttempts.TIMEOUT, InputAttempts.INVALID));
        if (confirm != null) {
            exits.add(REJECTED);
        }
        return List.copyOf(exits);
    }

    @Override
    public List<VariableTarget> secretTargets() {
        return secret ? List.of(variable) : List.of();
    }

    @Override
    public Next run(NodeRun run) {
        var attempts = new InputAttempts(run, retries());
        int rejections = 0;
        while (true) {
            CollectResult input = attempts.ask(collect(attempts.question(prompt)));
            Object value = value(input);
            Exit givenUp = null;
            if (value != null) {
                run.set(variable, value);
                Exit answer = confirm == null ? COLLECTED : confirmed(attempts, confirm);
                if (answer != REJECTED) {
                    return answer;
                }
                if (confirm != null && ++rejections >= confirm.attempts()) {
                    run.because("the caller rejected the input, "
                            + (rejections == 1 ? "once" : rejections + " times"));
                    return REJECTED;
                }
            } else if (InputAttempts.isNoInput(input)) {
                givenUp = attempts.noInput();
            } else {
                givenUp = attempts.noMatch();
            }
            if (givenUp != null) {
                return givenUp;
            }
        }
    }

    private Collect collect(List<Audio> audio) {
        return new Collect(audio, bargeIn.keys(bargeInKeys), least(), most(), new Keys(terminators), timeoutMs,
                interDigitMs, List.of(), secret);
    }

    private int least() {
        return min == 0 ? 0 : Math.max(min, kind.shortest());
    }

    private int most() {
        return Math.min(max, kind.longest());
    }

    /// @return `null` when nothing right was entered
    private @Nullable Object value(CollectResult input) {
        String digits = input.digits();
        if (digits.isEmpty()) {
            return min == 0 && input.terminator() != null ? "" : null;
        }
        if (digits.length() < least() || !pattern.isEmpty() && !KeyPatterns.matches(pattern, digits)) {
            return null;
        }
        return kind == DigitKind.DIGITS && !pattern.isEmpty() ? digits : kind.value(digits, dateOrder);
    }

    /// Asks until there is an answer.
    private Exit confirmed(InputAttempts attempts, Confirm asked) {
        while (true) {
            CollectResult answer = attempts.ask(new Collect(attempts.question(asked.prompt()),
                    new Keys(asked.acceptKey() + asked.rejectKey()), 1, 1, Keys.NONE, timeoutMs, interDigitMs,
                    List.of(asked.acceptKey(), asked.rejectKey()), secret));
            if (answer.digits().equals(asked.acceptKey())) {
                return COLLECTED;
            }
            if (answer.digits().equals(asked.rejectKey())) {
                return REJECTED;
            }
            Exit givenUp = InputAttempts.isNoInput(answer) ? attempts.noInput() : attempts.noMatch();
            if (givenUp != null) {
                return givenUp;
            }
        }
    }

    private InputAttempts.Retries retries() {
        return new InputAttempts.Retries(maxNoInput, maxNoMatch, noInputPrompts, noMatchPrompts, repeatPrompt);
    }

    @Override
    public void check(NodeCheck check) {
        retries().check(check);
        bargeIn.check(check, bargeInKeys);
        JsonPointer at = check.pointer();
        if (least() > most()) {
            check.error("bad-range", at.child("min"), "No input has at least " + least() + " and at most " + most()
                    + " digits; lower \"min\" or raise \"max\"");
        }
        if (kind == DigitKind.MONEY && terminators.indexOf('*') >= 0) {
            check.error("decimal-point-is-terminator", at.child("terminators"),
                    "The key * is the decimal point of an amount; remove it from \"terminators\"");
        }
        if (min == 0 && kind == DigitKind.MONEY) {
            check.error("bad-range", at.child("min"), "An amount has at least one digit; make \"min\" 1");
        }
        if (min == 0 && terminators.isEmpty()) {
            check.warning("no-terminator", at.child("min"), "Without a terminator nobody can enter nothing; name one in"
                    + " \"terminators\" or make \"min\" 1");
        }
        if (confirm != null && confirm.acceptKey().equals(confirm.rejectKey())) {
            check.error("same-key", at.child("confirm").child("rejectKey"), "The key " + confirm.acceptKey()
                    + " both accepts and rejects; choose another one to reject");
        }
        if (confirm != null && (confirm.acceptKey().length() != 1 || confirm.rejectKey().length() != 1)) {
            check.error("one-key", at.child("confirm"), "One key accepts and one rejects; give one key each");
        }
    }

    @Override
    public String summary() {
        String length = min == max ? Summary.count(max, "digit", "digits") : min + "–" + max + " digits";
        return Summary.of(Summary.quote(prompt), kind == DigitKind.DIGITS ? length : kind.words(), variable.name(),
                retries().summary());
    }
}
