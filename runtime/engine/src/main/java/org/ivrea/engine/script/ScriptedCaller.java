package org.ivrea.engine.script;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.simulation.Agenda;
import org.ivrea.engine.simulation.Caller;
import org.ivrea.engine.simulation.Utterance;
import org.jspecify.annotations.Nullable;

/// A caller who does what a script says. For one call.
final class ScriptedCaller implements Caller {

    /// Between two keys.
    static final long KEY_GAP_MS = 200;
    /// What a blank among keys stands for.
    static final long KEY_PAUSE_MS = 1_000;
    /// How long a caller waits to hear something.
    static final long PATIENCE_MS = 600_000;

    private static final Runnable NOTHING = () -> {};

    private final List<CallScript.Line> steps;
    private final Function<Expectation, @Nullable String> judge;
    private final Runnable onFailure;
    private final HeardText heard = new HeardText();
    private @Nullable Agenda agenda;
    private @Nullable ScriptFailure failure;
    private int next;
    private int nextKey;
    private int heardUpTo;
    private long handFreeAt;
    private boolean waitsToHear;
    private Runnable cancelHearing = NOTHING;
    private Runnable cancelPatience = NOTHING;

    /// @param steps     of the script
    /// @param judge     gives what is wrong with an expectation now, or `null`
    /// @param onFailure runs once, at the first difference
    ScriptedCaller(List<CallScript.Line> steps, Function<Expectation, @Nullable String> judge, Runnable onFailure) {
        this.steps = List.copyOf(steps);
        this.judge = judge;
        this.onFailure = onFailure;
    }

    HeardText heard() {
        return heard;
    }

    @Nullable
    ScriptFailure failure() {
        return failure;
    }

    @Override
    public void calls(Agenda newAgenda) {
        agenda = newAgenda;
        newAgenda.then(0, this::proceed);
    }

    @Override
    public void hears(Utterance utterance) {
        heard.begins(utterance);
        if (waitsToHear) {
            listen();
        }
    }

    @Override
    public void hearsNoMore(Utterance utterance, long atMs) {
        heard.breaksOff(utterance, atMs);
        if (waitsToHear) {
            listen();
        }
    }

    /// The call is over: what was still to be done cannot be done, what was still to be expected is looked at.
    void callIsOver() {
        while (failure == null && next < steps.size()) {
            CallScript.Line line = steps.get(next++);
            switch (line.statement()) {
                case Statement.Expect(Expectation expectation) -> judge(line, expectation);
                case Statement.Hear(TextMatch match) -> hearsLast(line, match);
                case Statement.Press press -> fail(line, "the caller is about to press "
                        + press.keys().substring(nextKey) + ", but the call had ended before");
                case Statement.HangUp _ -> fail(line, "the caller is about to hang up, but the call had ended before");
                default -> {
                }
            }
        }
    }

    /// What is spoken last may still be what the caller waits for.
    private void hearsLast(CallScript.Line line, TextMatch match) {
        HeardText.Found found = heard.find(match, heardUpTo);
        if (found != null && found.atMs() <= agenda().now()) {
            heardUpTo = found.end();
        } else {
            fail(line, "the caller waits to hear " + StatementText.of(match) + ", but the call ended without it"
                    + lastHeard());
        }
    }

    private Agenda agenda() {
        return Objects.requireNonNull(agenda, "the call has not begun");
    }

    /// Does what can be done now, and sees to it that the rest is done in time.
    private void proceed() {
        boolean goesOn = failure == null;
        while (goesOn && next < steps.size()) {
            CallScript.Line line = steps.get(next);
            goesOn = switch (line.statement()) {
                case Statement.Hear _ -> beginsToListen();
                case Statement.Press press -> press(press.keys());
                case Statement.Wait wait -> later(wait.ms());
                case Statement.HangUp _ -> hangsUp();
                case Statement.Expect(Expectation expectation) -> actionsFollow() && judge(nextLine(), expectation);
                default -> true;
            };
        }
    }

    private CallScript.Line nextLine() {
        return steps.get(next++);
    }

    /// Expectations behind the last action wait for the end of the call.
    private boolean actionsFollow() {
        for (int i = next; i < steps.size(); i++) {
            if (steps.get(i).statement() instanceof Statement.Action) {
                return true;
            }
        }
        return false;
    }

    private boolean later(long ms) {
        next++;
        agenda().then(agenda().now() + ms, this::proceed);
        return false;
    }

    private boolean hangsUp() {
        next++;
        agenda().hangUp(agenda().now(), new CallEnd(CallEnd.NORMAL, CallEnd.Side.CALLER));
        return false;
    }

    /// Presses one key; the flow sees it before anything else happens.
    private boolean press(String keys) {
        long now = agenda().now();
        if (now < handFreeAt) {
            agenda().then(handFreeAt, this::proceed);
            return false;
        }
        char key = keys.charAt(nextKey++);
        if (key != ' ') {
            agenda().key(now, key);
        }
        handFreeAt = now + (key == ' ' ? KEY_PAUSE_MS : KEY_GAP_MS);
        if (nextKey == keys.length()) {
            nextKey = 0;
            next++;
        }
        agenda().then(nextKey == 0 ? now : handFreeAt, this::proceed);
        return false;
    }

    private boolean beginsToListen() {
        waitsToHear = true;
        long patienceEnds = agenda().now() + PATIENCE_MS;
        cancelPatience = agenda().then(patienceEnds, () -> fail(steps.get(next), "the caller waited "
                + Durations.write(PATIENCE_MS) + " to hear " + StatementText.of(awaited()) + lastHeard()));
        listen();
        return false;
    }

    private TextMatch awaited() {
        return steps.get(next).statement() instanceof Statement.Hear(TextMatch match)
                ? match
                : new TextMatch.Words("");
    }

    private void listen() {
        cancelHearing.run();
        cancelHearing = NOTHING;
        HeardText.Found found = heard.find(awaited(), heardUpTo);
        if (found != null) {
            cancelHearing = agenda().then(found.atMs(), () -> hasHeard(found));
        }
    }

    private void hasHeard(HeardText.Found found) {
        waitsToHear = false;
        cancelPatience.run();
        heardUpTo = found.end();
        next++;
        proceed();
    }

    /// @return true when the expectation is met
    private boolean judge(CallScript.Line line, Expectation expectation) {
        String objection = judge.apply(expectation);
        if (objection != null) {
            fail(line, "expected " + StatementText.of(expectation) + ", but " + objection);
        }
        return objection == null;
    }

    private void fail(CallScript.Line line, String message) {
        waitsToHear = false;
        failure = new ScriptFailure(line.number(), agenda().now(), message);
        onFailure.run();
        agenda().hangUp(agenda().now(), new CallEnd(CallEnd.NORMAL, CallEnd.Side.CALLER));
    }

    private String lastHeard() {
        String text = heard.upTo(agenda().now(), heardUpTo);
        return text.isEmpty() ? "; nothing was heard since" : "; heard since: \"" + text + "\"";
    }
}
