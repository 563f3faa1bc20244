package org.ivrea.designer.simulation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ivrea.designer.simulation.CallLog.Input;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.script.CallScript;
import org.ivrea.engine.script.Expectation;
import org.ivrea.engine.script.Statement;
import org.ivrea.engine.script.TextMatch;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson.Timed;

/// Writes what a caller heard and did as the lines of a script.
final class ScriptFromCall {
    private static final int MOST_EXPECTATIONS = 30;

    private final CallHistory call;
    private final CompiledProject project;
    private final boolean exact;
    private final List<HeardWords> heard;
    private final List<Statement> lines = new ArrayList<>();
    private int nextHeard;
    private long now;

    private ScriptFromCall(CallHistory call, CompiledProject project, boolean exact) {
        this.call = call;
        this.project = project;
        this.exact = exact;
        this.heard = HeardWords.of(call.events());
    }

    /// @param exact true to do everything at its moment, false to go by what is heard
    static CallScript write(CallHistory call, CompiledProject project, String file, boolean exact) {
        var writing = new ScriptFromCall(call, project, exact);
        writing.settings();
        writing.steps();
        writing.expectations();
        return CallScript.of(file, writing.lines);
    }

    private void settings() {
        CallSetup setup = call.setup();
        if (!setup.flow().equals(project.project().settings().main())) {
            lines.add(new Statement.Flow(setup.flow()));
        }
        if (!setup.caller().isBlank()) {
            lines.add(new Statement.CallerNumber(setup.caller()));
        }
        if (!setup.called().isBlank()) {
            lines.add(new Statement.CalledNumber(setup.called()));
        }
        lines.add(new Statement.At(setup.start()));
        if (setup.language() != null) {
            lines.add(new Statement.Language(setup.language()));
        }
        setup.channel().forEach((name, value) -> lines.add(new Statement.Channel(name, value)));
        if (setup.seed() != 0) {
            lines.add(new Statement.Seed(setup.seed()));
        }
        RecordedAnswers.stubs(call.inputs()).forEach(stub -> lines.add(new Statement.Prepared(stub)));
        lines.add(new Statement.Nothing());
    }

    private void steps() {
        boolean hungUp = false;
        for (Input input : call.inputs()) {
            switch (input) {
                case Input.Key(char key, long atMs) -> {
                    hear(atMs);
                    press(key, atMs);
                }
                case Input.HangUp(long atMs) -> {
                    hear(atMs);
                    hungUp = hangUp(atMs);
                }
                case Input.Assign _,Input.Reply _ -> {
                }
            }
        }
        if (!hungUp) {
            hear(Long.MAX_VALUE);
        }
        if (call.outcome() == null && !hungUp) {
            lines.add(new Statement.HangUp());
        }
    }

    private boolean hangUp(long atMs) {
        waitUntil(atMs);
        lines.add(new Statement.HangUp());
        return true;
    }

    /// What was spoken up to the moment and not waited for yet. Where times count, it is only looked at afterwards.
    private void hear(long untilMs) {
        List<Statement> words = new ArrayList<>();
        while (nextHeard < heard.size() && heard.get(nextHeard).startMs() < untilMs) {
            HeardWords next = heard.get(nextHeard);
            String text = next.upTo(untilMs);
            if (text != null) {
                words.add(new Statement.Hear(new TextMatch.Words(text)));
            }
            nextHeard++;
        }
        if (exact && untilMs != Long.MAX_VALUE) {
            waitUntil(untilMs);
        }
        lines.addAll(words);
    }

    private void waitUntil(long untilMs) {
        if (exact && untilMs > now) {
            lines.add(new Statement.Wait(untilMs - now));
            now = untilMs;
        }
    }

    private void press(char key, long atMs) {
        waitUntil(atMs);
        if (!exact && lines.getLast() instanceof Statement.Press(String keys)) {
            lines.removeLast();
            lines.add(new Statement.Press(keys + key));
        } else {
            lines.add(new Statement.Press(String.valueOf(key)));
        }
    }

    private void expectations() {
        Set<Expectation> expected = new LinkedHashSet<>();
        for (Timed timed : call.events()) {
            switch (timed.event()) {
                case TraceEvent.ExitTaken taken when hasChoice(taken) -> expected.add(new Expectation.ExitTaken(
                        taken.flow().equals(call.setup().flow()) ? null : taken.flow(), taken.node(), taken.exit()));
                case TraceEvent.Logged logged when logged.tag() != null ->
                    expected.add(new Expectation.Tagged(logged.tag()));
                default -> {
                }
            }
        }
        lines.add(new Statement.Nothing());
        expected.stream().limit(MOST_EXPECTATIONS).forEach(it -> lines.add(new Statement.Expect(it)));
        CallEnd end = call.outcome() == null ? null : call.outcome().end();
        if (end != null) {
            lines.add(new Statement.Expect(new Expectation.EndedBy(end.side())));
            if (!end.cause().equals(CallEnd.NORMAL)) {
                lines.add(new Statement.Expect(new Expectation.Cause(end.cause())));
            }
        }
    }

    private boolean hasChoice(TraceEvent.ExitTaken taken) {
        CompiledFlow flow = project.flow(taken.flow());
        CompiledNode node = flow == null ? null : flow.node(taken.node());
        return node != null && node.ways().size() > 1;
    }
}
