package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.call.Operation.Listen;
import org.ivrea.engine.call.Operation.SpeechOutcome;
import org.ivrea.engine.call.Operation.SpeechResult;
import org.ivrea.engine.expression.LocalizedText;
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
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.flow.json.JsonPointer;
import org.jspecify.annotations.Nullable;

@NodeInfo(name = "speech", label = "Collect speech", group = NodeGroup.TALK, icon = "message-square", media = true, waits = true, help = "Understands what the caller says, or the keys pressed instead.")
public record CollectSpeech(
        @Field(label = "Prompt", help = "What the caller is asked.", optional = true) Prompt prompt,
        @Field(label = "Choices", help = "What the caller may say, each with an exit of its own; left out, anything"
                + " leads to the exit matched.", max = 200) List<Choice> choices,
        @Field(label = "Goes to", help = "Variable that receives what was said, or the keys pressed.", optional = true, notSetOn = {
                "noInput", "noMatch"}) VariableTarget variable,
        @Field(label = "Confidence goes to", help = "Variable that receives how sure the recognizer is, from 0 to 1;"
                + " 1 for keys.", optional = true, advanced = true, notSetOn = {
                        "noInput", "noMatch"}) VariableTarget confidence,
        @Field(label = "Grammar", help = "Name or text of a grammar for the recognizer; left out, it listens to free"
                + " speech.", text = Field.TextKind.MULTILINE, optional = true, max = 20_000, advanced = true) String grammar,
        @Field(label = "Hints", help = "Words and phrases that are likely, beside those of the choices.", max = 500, advanced = true) List<LocalizedText> hints,
        @Field(label = "Language", help = "Left out, the call's.", text = Field.TextKind.LANGUAGE, optional = true, advanced = true) String language,
        @Field(label = "Recognizer", help = "Its name on the server; left out, the server's choice.", optional = true, max = 100, advanced = true) String engine,
        @Field(label = "No-input timeout", help = "How long to wait for speech, or a key, after the prompt.", def = "5000", min = 100, max = 120_000, unit = Field.Unit.MILLISECONDS) int timeoutMs,
        @Field(label = "End silence", help = "Silence that ends what the caller says; also how long to wait for a"
                + " further key.", def = "1000", min = 100, max = 10_000, unit = Field.Unit.MILLISECONDS) int endSilenceMs,
        @Field(label = "Longest speech", help = "Ends what the caller says.", def = "10000", min = 500, max = 120_000, unit = Field.Unit.MILLISECONDS) int maxMs,
        @Field(label = "Least confidence", help = "What the recognizer is less sure of counts as not understood.", def = "0.5", min = 0, max = 1) double minConfidence,
        @Field(label = "Keys as well", help = "Whether keys are taken in place of speech.", def = "true") boolean dtmf,
        @Field(label = "Barge-in", help = "Keys that stop the prompt.", def = "\"allKeys\"") BargeIn bargeIn,
        @Field(label = "Barge-in keys", help = "With barge-in by some keys: those keys.", text = Field.TextKind.KEYS, optional = true, advanced = true) String bargeInKeys,
        @Field(label = "Secret", help = "What was said or pressed never appears in traces. Declare the variable as"
                + " secret, too.", def = "false") boolean secret,
        @Field(label = "No-inputs", help = "No-inputs after which the exit noInput is taken; 1 asks once.", def = "3", min = 1, max = 100) int maxNoInput,
        @Field(label = "No-matches", help = "Inputs not understood after which the exit noMatch is taken; 1 asks once.", def = "3", min = 1, max = 100) int maxNoMatch,
        @Field(label = "No-input prompts", help = "Played before asking again: the first after the first no-input, and"
                + " so on; the last one repeats.", max = 100) List<Prompt> noInputPrompts,
        @Field(label = "No-match prompts", help = "Played before asking again: the first after the first input not"
                + " understood, and so on; the last one repeats.", max = 100) List<Prompt> noMatchPrompts,
        @Field(label = "Ask again", help = "Whether the prompt follows a no-input or no-match prompt.", def = "true", advanced = true) boolean repeatPrompt)
        implements
            Node {

    static final Exit MATCHED = new Exit("matched", "The caller said something that was understood.");
    static final Exit NO_MATCH = new Exit("noMatch", "What the caller said was not understood, once too often.");
    static final Exit NO_INPUT = new Exit("noInput", "The caller said nothing, once too often.");

    /// One thing that the caller may say.
    public record Choice(
            @Field(label = "Phrases", help = "Any of them will do, anywhere in what the caller says; of several choices"
                    + " the longest phrase wins.", max = 100) List<LocalizedText> phrases,
            @Field(label = "Keys", help = "Keys that mean the same.", text = Field.TextKind.KEYS, optional = true, max = 32) String keys,
            @Field(label = "Exit", text = Field.TextKind.EXIT) String exit) {}

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(CollectSpeech.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return choices.isEmpty()
                ? List.of(MATCHED, NO_MATCH, NO_INPUT)
                : ExitNames.exits(choices.stream().map(Choice::exit).toList(), NO_MATCH, NO_INPUT);
    }

    @Override
    public List<VariableTarget> secretTargets() {
        return secret && !variable.isNone() ? List.of(variable) : List.of();
    }

    @Override
    public Next run(NodeRun run) {
        String spoken = language.isEmpty() ? run.language() : language;
        var attempts = new InputAttempts(run, retries());
        while (true) {
            SpeechResult result = run.perform(new Listen(attempts.question(prompt), stopKeys(),
                    engine.isEmpty() ? null : engine, grammar.isEmpty() ? null : grammar, likely(run, spoken), spoken,
                    timeoutMs, endSilenceMs, maxMs, dtmf, secret));
            if (result.outcome() == SpeechOutcome.KEYS) {
                run.trace(new TraceEvent.DigitsCollected(shown(result.text()), null, "timeout"));
            }
            if (result.outcome() == SpeechOutcome.NO_INPUT) {
                if (attempts.noInput() != null) {
                    run.because("nothing was said");
                    return NO_INPUT;
                }
                continue;
            }
            Exit understood = understood(run, result, spoken);
            if (understood != null) {
                return understood;
            }
            if (attempts.noMatch() != null) {
                run.because("nothing that fits was understood");
                return NO_MATCH;
            }
        }
    }

    private Keys stopKeys() {
        return dtmf ? bargeIn.keys(bargeInKeys) : Keys.NONE;
    }

    private List<String> likely(NodeRun run, String spoken) {
        List<String> likely = new ArrayList<>();
        for (Choice choice : choices) {
            likely.addAll(texts(run, choice.phrases(), spoken));
        }
        likely.addAll(texts(run, hints, spoken));
        return likely;
    }

    private static List<String> texts(NodeRun run, List<LocalizedText> phrases, String spoken) {
        List<String> texts = new ArrayList<>();
        for (LocalizedText phrase : phrases) {
            Template template = phrase.in(spoken);
            String text = template == null ? "" : template.render(run.variables());
            if (!text.isBlank()) {
                texts.add(text);
            }
        }
        return texts;
    }

    private @Nullable Exit understood(NodeRun run, SpeechResult result, String spoken) {
        boolean sure = result.outcome() == SpeechOutcome.KEYS
                || result.outcome() == SpeechOutcome.SPEECH && result.confidence() >= minConfidence;
        Exit exit = !sure ? null : choices.isEmpty() ? MATCHED : chosen(run, result, spoken);
        if (exit != null) {
            run.set(variable, result.text());
            run.set(confidence, result.confidence());
            run.because((result.outcome() == SpeechOutcome.KEYS ? "the caller pressed " : "the caller said ")
                    + shown(result.text()));
        }
        return exit;
    }

    private String shown(String text) {
        return secret ? Template.MASK : text;
    }

    private @Nullable Exit chosen(NodeRun run, SpeechResult result, String spoken) {
        String said = SpokenPhrases.words(result.text());
        Choice best = null;
        int longest = 0;
        for (Choice choice : choices) {
            if (result.outcome() == SpeechOutcome.KEYS) {
                if (choice.keys().equals(result.text())) {
                    return Exit.named(choice.exit());
                }
                continue;
            }
            for (String text : texts(run, choice.phrases(), spoken)) {
                String phrase = SpokenPhrases.words(text);
                if (phrase.length() > longest && SpokenPhrases.contains(said, phrase)) {
                    best = choice;
                    longest = phrase.length();
                }
            }
        }
        return best == null ? null : Exit.named(best.exit());
    }

    private InputAttempts.Retries retries() {
        return new InputAttempts.Retries(maxNoInput, maxNoMatch, noInputPrompts, noMatchPrompts, repeatPrompt);
    }

    @Override
    public void check(NodeCheck check) {
        retries().check(check);
        JsonPointer at = check.pointer();
        if (dtmf) {
            bargeIn.check(check, bargeInKeys);
        }
        for (int i = 0; i < choices.size(); i++) {
            checkChoice(check, at.child("choices").child(i), i);
        }
        if (choices.isEmpty() && variable.isNone()) {
            check.warning("result-unused", at.child("variable"), "What the caller says is neither stored nor decides"
                    + " anything; name a variable or add choices");
        }
        if (endSilenceMs >= maxMs) {
            check.error("bad-range", at.child("endSilenceMs"), "The longest speech is over before the silence that ends"
                    + " it; lower \"endSilenceMs\" or raise \"maxMs\"");
        }
    }

    private void checkChoice(NodeCheck check, JsonPointer at, int index) {
        Choice choice = choices.get(index);
        ExitNames.check(check, at.child("exit"), choice.exit(), MATCHED, NO_MATCH, NO_INPUT);
        if (choice.phrases().isEmpty() && choice.keys().isEmpty()) {
            check.error("choice-input", at, "The choice cannot be made; give it \"phrases\" or \"keys\"");
        }
        if (!dtmf && !choice.keys().isEmpty()) {
            check.error("choice-input", at.child("keys"), "Keys are not taken here; remove them, or turn \"dtmf\" on");
        }
        for (Choice before : choices.subList(0, index)) {
            if (!choice.keys().isEmpty() && before.keys().equals(choice.keys())) {
                check.error("duplicate-keys", at.child("keys"), "The keys " + choice.keys() + " already lead to \""
                        + before.exit() + "\", so that these are never taken; choose other keys");
            }
        }
    }

    @Override
    public String summary() {
        return Summary.of(Summary.quote(prompt), choices.isEmpty()
                ? ""
                : Summary.count(choices.size(), "choice",
                        "choices"),
                variable.name(), retries().summary());
    }
}
