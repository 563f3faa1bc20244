package org.ivrea.engine.nodes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.call.Operation.Collect;
import org.ivrea.engine.call.Operation.CollectResult;
import org.ivrea.engine.call.Operation.Play;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.NodeCheck;
import org.ivrea.engine.node.NodeRun;
import org.ivrea.engine.prompt.Prompt;
import org.ivrea.engine.trace.TraceEvent;
import org.jspecify.annotations.Nullable;

/// The attempts of one caller at one input: asks, counts no-inputs and no-matches apart from each other, and knows what
/// the caller hears when asked again.
final class InputAttempts {
    static final Exit TIMEOUT = new Exit("timeout", "The caller entered nothing, once too often.");
    static final Exit INVALID = new Exit("invalid", "The caller entered something that does not fit, once too often.");

    /// How often an input may fail, and what the caller hears then.
    ///
    /// @param maxNoInput    no-inputs after which the node gives up
    /// @param maxNoMatch    no-matches after which the node gives up
    /// @param noInputPrompts one per no-input; the last one repeats
    /// @param noMatchPrompts one per no-match; the last one repeats
    /// @param repeatPrompt  true when the question follows those prompts
    record Retries(int maxNoInput, int maxNoMatch, List<Prompt> noInputPrompts, List<Prompt> noMatchPrompts,
            boolean repeatPrompt) {

        /// Reports prompts that no caller can hear, as the node gives up before.
        void check(NodeCheck check) {
            checkPrompts(check, "noInputPrompts", noInputPrompts, "maxNoInput", maxNoInput);
            checkPrompts(check, "noMatchPrompts", noMatchPrompts, "maxNoMatch", maxNoMatch);
        }

        private static void checkPrompts(NodeCheck check, String field, List<Prompt> prompts, String limit, int max) {
            if (prompts.size() >= max) {
                check.warning("prompt-never-played", check.pointer().child(field).child(max - 1),
                        "This prompt is never played: \"" + limit + "\" is " + max + ", so that the caller is asked"
                                + " again " + (max - 1) + " times at most; raise it or remove the prompt");
            }
        }

        String summary() {
            return maxNoInput == maxNoMatch
                    ? Summary.count(maxNoInput, "try", "tries")
                    : maxNoInput + "/" + maxNoMatch + " tries";
        }
    }

    private final NodeRun run;
    private final Retries retries;
    private int noInputs;
    private int noMatches;
    /// What the caller hears about the last failure; `null` when the last input was none.
    private @Nullable Prompt remark;

    InputAttempts(NodeRun run, Retries retries) {
        this.run = run;
        this.retries = retries;
    }

    /// True until something failed.
    boolean isFirst() {
        return noInputs + noMatches == 0;
    }

    /// What the caller hears now: the question, after a remark on what went wrong before.
    List<Audio> question(Prompt prompt) {
        Prompt before = remark;
        remark = null;
        if (before == null || before.isEmpty()) {
            return run.audio(prompt);
        }
        List<Audio> audio = new ArrayList<>(run.audio(before));
        if (retries.repeatPrompt()) {
            audio.addAll(run.audio(prompt));
        }
        return audio;
    }

    /// Asks, and reports what was entered.
    CollectResult ask(Collect collect) {
        CollectResult result = run.perform(collect);
        String digits = collect.secret() ? "•".repeat(result.digits().length()) : result.digits();
        String terminator = result.terminator() == null ? null : result.terminator().toString();
        String end = result.end().name().toLowerCase(Locale.ROOT).replace('_', '-');
        run.trace(new TraceEvent.DigitsCollected(digits, terminator, end));
        return result;
    }

    /// True when no key at all was pressed.
    static boolean isNoInput(CollectResult result) {
        return result.digits().isEmpty() && result.terminator() == null;
    }

    /// Counts an attempt in which no key was pressed.
    ///
    /// @return the exit to leave by; `null` when the caller may try again
    @Nullable
    Exit noInput() {
        noInputs++;
        remark = promptFor(noInputs, retries.noInputPrompts());
        if (noInputs < retries.maxNoInput()) {
            return null;
        }
        run.because("no key was pressed, " + times(noInputs));
        return TIMEOUT;
    }

    /// Counts an attempt that did not fit, and drops what was typed ahead: it was meant for another question.
    ///
    /// @return the exit to leave by; `null` when the caller may try again
    @Nullable
    Exit noMatch() {
        noMatches++;
        remark = promptFor(noMatches, retries.noMatchPrompts());
        run.perform(new Play(List.of(), Keys.NONE, false));
        if (noMatches < retries.maxNoMatch()) {
            return null;
        }
        run.because("the input did not fit, " + times(noMatches));
        return INVALID;
    }

    private static Prompt promptFor(int failure, List<Prompt> prompts) {
        return prompts.isEmpty() ? Prompt.NONE : prompts.get(Math.min(failure, prompts.size()) - 1);
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }
}
