package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.call.Operation.Collect;
import org.ivrea.engine.call.Operation.CollectResult;
import org.ivrea.engine.call.Operation.Play;
import org.ivrea.engine.expression.Expression;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.Field;
import org.ivrea.engine.node.Next;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.NodeCheck;
import org.ivrea.engine.node.NodeFailure;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.engine.node.NodeInfo;
import org.ivrea.engine.node.NodeRun;
import org.ivrea.engine.node.NodeType;
import org.ivrea.engine.node.VariableTarget;
import org.ivrea.engine.prompt.Prompt;
import org.jspecify.annotations.Nullable;

@NodeInfo(name = "menu", label = "Menu", group = NodeGroup.TALK, icon = "list", media = true, waits = true, help = "Offers choices and goes on by the keys that the caller presses.")
public record Menu(
        @Field(label = "Prompt", help = "What the caller may choose.", optional = true) Prompt prompt,
        @Field(label = "Short prompt", help = "Played from the second attempt on, in place of the prompt.", optional = true) Prompt promptShort,
        @Field(label = "Choices", help = "Several choices may lead to the same exit.", max = 200) List<Choice> choices,
        @Field(label = "Direct dial", help = "Lets the caller dial an extension instead of choosing.", advanced = true) @Nullable DirectDial directDial,
        @Field(label = "Keys go to", help = "Variable that receives the keys of the choice.", optional = true, notSetOn = {
                "timeout", "invalid", "directDial"}) VariableTarget variable,
        @Field(label = "Barge-in", help = "Keys that stop the prompt. Other keys count as well, once it has ended.", def = "\"allKeys\"") ChoiceBargeIn bargeIn,
        @Field(label = "Barge-in keys", help = "With barge-in by some keys: those keys.", text = Field.TextKind.KEYS, optional = true, advanced = true) String bargeInKeys,
        @Field(label = "No-input timeout", help = "How long to wait for the first key after the prompt.", def = "5000", min = 100, max = 120_000, unit = Field.Unit.MILLISECONDS) int timeoutMs,
        @Field(label = "Inter-digit timeout", help = "How long to wait for a further key where one may follow.", def = "2000", min = 100, max = 60_000, unit = Field.Unit.MILLISECONDS) int interDigitMs,
        @Field(label = "Most digits", help = "0: as many as the longest choice has; 20 where a choice is a pattern.", def = "0", min = 0, max = 64, advanced = true) int maxDigits,
        @Field(label = "Terminators", help = "Keys that end the input and are no part of it.", def = "\"#\"", text = Field.TextKind.KEYS, optional = true) String terminators,
        @Field(label = "No-inputs", help = "No-inputs after which the exit timeout is taken; 1 asks once.", def = "3", min = 1, max = 100) int maxNoInput,
        @Field(label = "No-matches", help = "Wrong inputs after which the exit invalid is taken; 1 asks once.", def = "3", min = 1, max = 100) int maxNoMatch,
        @Field(label = "No-input prompts", help = "Played before asking again: the first after the first no-input, and"
                + " so on; the last one repeats.", max = 100) List<Prompt> noInputPrompts,
        @Field(label = "No-match prompts", help = "Played before asking again: the first after the first wrong input,"
                + " and so on; the last one repeats.", max = 100) List<Prompt> noMatchPrompts,
        @Field(label = "Ask again", help = "Whether the prompt follows a no-input or no-match prompt.", def = "true", advanced = true) boolean repeatPrompt,
        @Field(label = "Exit prompt", help = "Played before the exits timeout and invalid.", optional = true) Prompt exitPrompt)
        implements
            Node {

    static final Exit DIRECT_DIAL = new Exit("directDial", "The caller dialled an extension.");
    static final int LONGEST_PATTERN_INPUT = 20;

    /// One thing that the caller may choose.
    public record Choice(
            @Field(label = "Keys", help = "The keys to press, such as 1 or 42.", text = Field.TextKind.KEYS, optional = true, max = 32) String keys,
            @Field(label = "Pattern", help = "In place of keys: a regular expression (RE2) that describes all of them.", text = Field.TextKind.PATTERN, optional = true, max = 500) String pattern,
            @Field(label = "Exit", text = Field.TextKind.EXIT) String exit,
            @Field(label = "Label", help = "What it is for, for the author.", optional = true) String label,
            @Field(label = "Offered when", help = "Condition; left out, the choice is always offered.", result = org.ivrea.engine.expression.ValueType.BOOL) @Nullable Expression when) {

        boolean matches(String digits) {
            return keys.isEmpty() ? KeyPatterns.matches(pattern, digits) : keys.equals(digits);
        }

        /// What has to be pressed, in short.
        String input() {
            return keys.isEmpty() ? "/" + pattern + "/" : keys;
        }
    }

    /// Extensions that may be dialled at the menu.
    public record DirectDial(
            @Field(label = "Allowed", help = "Regular expression (RE2) that describes all digits of an extension.", def = "\"[0-9]+\"", text = Field.TextKind.PATTERN) String allow,
            @Field(label = "Denied", help = "Regular expression of extensions that may not be dialled.", text = Field.TextKind.PATTERN, optional = true) String deny,
            @Field(label = "Least digits", def = "3", min = 1, max = 32) int minDigits,
            @Field(label = "Most digits", def = "6", min = 1, max = 32) int maxDigits,
            @Field(label = "Extension goes to", help = "Variable that receives the extension.", setOn = "directDial") VariableTarget variable) {

        boolean matches(String digits) {
            return digits.length() >= minDigits && digits.length() <= maxDigits && KeyPatterns.matches(allow, digits)
                    && (deny.isEmpty() || !KeyPatterns.matches(deny, digits));
        }
    }

    /// Which keys stop a menu's prompt.
    public enum ChoiceBargeIn {
        ALL_KEYS,
        /// The first keys of the choices.
        CHOICE_KEYS,
        /// Those that `bargeInKeys` names.
        SOME_KEYS, NONE
    }

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(Menu.class);
        }
    }

    @Override
    public List<Exit> exits() {
        List<String> names = choices.stream().map(Choice::exit).toList();
        return directDial == null
                ? ExitNames.exits(names, InputAttempts.TIMEOUT, InputAttempts.INVALID)
                : ExitNames.exits(names, DIRECT_DIAL, InputAttempts.TIMEOUT, InputAttempts.INVALID);
    }

    @Override
    public Next run(NodeRun run) {
        List<Choice> offered = offered(run);
        var attempts = new InputAttempts(run, retries());
        while (true) {
            Prompt question = attempts.isFirst() || promptShort.isEmpty() ? prompt : promptShort;
            CollectResult input = attempts.ask(collect(attempts.question(question), offered));
            if (InputAttempts.isNoInput(input)) {
                if (attempts.noInput() != null) {
                    return givenUp(run, InputAttempts.TIMEOUT);
                }
                continue;
            }
            Exit chosen = chosen(run, offered, input.digits());
            if (chosen != null) {
                return chosen;
            }
            if (attempts.noMatch() != null) {
                return givenUp(run, InputAttempts.INVALID);
            }
        }
    }

    private List<Choice> offered(NodeRun run) {
        List<Choice> offered = new ArrayList<>();
        for (Choice choice : choices) {
            if (choice.when() == null || choice.when().evaluate(run.variables()).equals(true)) {
                offered.add(choice);
            }
        }
        if (offered.isEmpty() && directDial == null) {
            throw new NodeFailure("no-choices", "None of the menu's choices is offered now; add one that is offered"
                    + " always, or decide before the menu");
        }
        return offered;
    }

    private Collect collect(List<Audio> audio, List<Choice> offered) {
        boolean closed = directDial == null && offered.stream().noneMatch(choice -> choice.keys().isEmpty());
        List<String> entries = closed ? offered.stream().map(Choice::keys).toList() : List.of();
        return new Collect(audio, bargeInKeys(offered), 1, longestInput(offered), new Keys(terminators), timeoutMs,
                interDigitMs, entries, false);
    }

    private int longestInput(List<Choice> offered) {
        if (maxDigits > 0) {
            return maxDigits;
        }
        int longest = directDial == null ? 1 : directDial.maxDigits();
        for (Choice choice : offered) {
            longest = Math.max(longest, choice.keys().isEmpty() ? LONGEST_PATTERN_INPUT : choice.keys().length());
        }
        return longest;
    }

    private Keys bargeInKeys(List<Choice> offered) {
        return switch (bargeIn) {
            case ALL_KEYS -> Keys.ALL;
            case CHOICE_KEYS -> firstKeys(offered);
            case SOME_KEYS -> new Keys(bargeInKeys);
            case NONE -> Keys.NONE;
        };
    }

    /// A pattern, or an extension, may begin with any key.
    private Keys firstKeys(List<Choice> offered) {
        var first = new StringBuilder();
        for (Choice choice : offered) {
            if (choice.keys().isEmpty()) {
                return Keys.ALL;
            }
            first.append(choice.keys().charAt(0));
        }
        return directDial == null ? new Keys(first.toString()) : Keys.ALL;
    }

    /// Keys go before patterns, and these before extensions.
    private @Nullable Exit chosen(NodeRun run, List<Choice> offered, String digits) {
        Choice choice = find(offered, digits, true);
        if (choice == null) {
            choice = find(offered, digits, false);
        }
        if (choice != null) {
            run.set(variable, digits);
            run.because("the caller pressed " + digits);
            return Exit.named(choice.exit());
        }
        if (directDial != null && directDial.matches(digits)) {
            run.set(directDial.variable(), digits);
            run.because("the caller dialled " + digits);
            return DIRECT_DIAL;
        }
        return null;
    }

    private static @Nullable Choice find(List<Choice> offered, String digits, boolean literal) {
        for (Choice choice : offered) {
            if (choice.keys().isEmpty() != literal && choice.matches(digits)) {
                return choice;
            }
        }
        return null;
    }

    private Exit givenUp(NodeRun run, Exit exit) {
        if (!exitPrompt.isEmpty()) {
            run.perform(new Play(run.audio(exitPrompt), Keys.NONE, true));
        }
        return exit;
    }

    private InputAttempts.Retries retries() {
        return new InputAttempts.Retries(maxNoInput, maxNoMatch, noInputPrompts, noMatchPrompts, repeatPrompt);
    }

    @Override
    public void check(NodeCheck check) {
        retries().check(check);
        new MenuCheck(this, check).run();
    }

    @Override
    public String summary() {
        return Summary.of(Summary.quote(prompt), retries().summary(), Summary.time(timeoutMs));
    }
}
