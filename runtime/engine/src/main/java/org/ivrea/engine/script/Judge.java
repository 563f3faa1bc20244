package org.ivrea.engine.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.Operation.HttpExchange;
import org.ivrea.engine.expression.EvaluationFailure;
import org.ivrea.engine.expression.Expression;
import org.ivrea.engine.expression.Template;
import org.ivrea.engine.expression.ValueType;
import org.ivrea.engine.expression.Values;
import org.ivrea.engine.simulation.Names;
import org.ivrea.engine.simulation.Stub;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson;
import org.jspecify.annotations.Nullable;

/// Decides whether expectations are met at a moment of a call, and says why not.
final class Judge {
    private final RunsCalls engine;
    private final CallRecord record;
    private final ScriptedCall call;
    private final HeardText heard;

    Judge(RunsCalls engine, CallRecord record, ScriptedCall call, HeardText heard) {
        this.engine = engine;
        this.record = record;
        this.call = call;
        this.heard = heard;
    }

    /// @return what is otherwise; `null` when the expectation is met
    @Nullable
    String objection(Expectation expectation) {
        return switch (expectation) {
            case Expectation.Heard(TextMatch match) -> {
                String spoken = heard.upTo(call.elapsedMs(), 0);
                yield HeardText.isIn(match, spoken) ? null : "the caller heard: " + quoted(spoken);
            }
            case Expectation.Holds(String condition) -> condition(condition);
            case Expectation.ExitTaken exit -> exit(exit);
            case Expectation.Path path -> path(path.nodes());
            case Expectation.Cause(String cause) -> {
                CallEnd end = call.end();
                yield end == null ? "the call is still up" : end.cause().equals(cause) ? null : "it is " + end.cause();
            }
            case Expectation.EndedBy(CallEnd.Side side) -> {
                CallEnd end = call.end();
                yield end == null
                        ? "the call is still up"
                        : end.side() == side ? null : "it was ended by " + Names.of(end.side());
            }
            case Expectation.Requested wanted -> requested(wanted);
            case Expectation.Logged(String text) -> logged(log -> log.text().contains(text));
            case Expectation.Tagged(String tag) -> logged(log -> tag.equals(log.tag()));
            case Expectation.Not(Expectation unwanted) -> objection(unwanted) == null ? "it is so" : null;
        };
    }

    private @Nullable String condition(String condition) {
        Expression expression = engine.scope(record.flow()).expression(condition, ValueType.BOOL);
        if (!expression.problems().isEmpty()) {
            return "the expression cannot be read in the flow \"" + record.flow() + "\": "
                    + expression.problems().getFirst().message();
        }
        try {
            return Boolean.TRUE.equals(expression.evaluate(record.variables())) ? null : values(expression);
        } catch (EvaluationFailure e) {
            return e.getMessage();
        }
    }

    private String values(Expression expression) {
        List<String> values = new ArrayList<>();
        for (String name : expression.reads()) {
            Object value = record.variables().get(name);
            boolean secret = engine.scope(record.flow()).expression(name, ValueType.ANY).isSecret();
            values.add(name + " is " + (value == null ? "not set" : secret ? Template.MASK : shown(value)));
        }
        return values.isEmpty() ? "it is false" : String.join(", ", values);
    }

    private static String shown(Object value) {
        return value instanceof String text ? quoted(text) : Values.text(value);
    }

    private @Nullable String exit(Expectation.ExitTaken wanted) {
        List<String> others = new ArrayList<>();
        for (TraceJson.Timed timed : record.trace()) {
            if (timed.event() instanceof TraceEvent.ExitTaken taken && taken.node().equals(wanted.node())
                    && (wanted.flow() == null || taken.flow().equals(wanted.flow()))) {
                if (taken.exit().equals(wanted.exit())) {
                    return null;
                }
                others.add(taken.exit());
            }
        }
        return others.isEmpty()
                ? "the call never left the node \"" + wanted.node() + "\""
                : "the call left it by " + String.join(", ", others);
    }

    private @Nullable String path(List<String> wanted) {
        List<TraceEvent.NodeEntered> entered = new ArrayList<>();
        for (TraceJson.Timed timed : record.trace()) {
            if (timed.event() instanceof TraceEvent.NodeEntered node) {
                entered.add(node);
            }
        }
        return matches(wanted, entered)
                ? null
                : "it is " + String.join(", ", entered.stream().map(TraceEvent.NodeEntered::node).toList());
    }

    /// As a shell matches file names, with nodes in place of letters.
    private static boolean matches(List<String> wanted, List<TraceEvent.NodeEntered> entered) {
        int w = 0;
        int e = 0;
        int gap = -1;
        int resume = 0;
        while (e < entered.size()) {
            if (w < wanted.size() && wanted.get(w).equals(Expectation.ANY_NODES)) {
                gap = w++;
                resume = e;
            } else if (w < wanted.size() && isNode(wanted.get(w), entered.get(e))) {
                w++;
                e++;
            } else if (gap >= 0) {
                w = gap + 1;
                e = ++resume;
            } else {
                return false;
            }
        }
        while (w < wanted.size() && wanted.get(w).equals(Expectation.ANY_NODES)) {
            w++;
        }
        return w == wanted.size();
    }

    private static boolean isNode(String wanted, TraceEvent.NodeEntered entered) {
        return wanted.equals(entered.node()) || wanted.equals(entered.flow() + "/" + entered.node());
    }

    private @Nullable String requested(Expectation.Requested wanted) {
        List<String> others = new ArrayList<>();
        for (HttpExchange made : call.requests()) {
            String body = made.body() == null ? "" : made.body();
            boolean same = made.service().equals(wanted.service()) && made.method().equals(wanted.method())
                    && Stub.matches(wanted.path(), made.path());
            if (same && (wanted.body() == null || body.contains(wanted.body()))) {
                return null;
            }
            others.add(
                    made.service() + " " + made.method() + " " + made.path() + (same ? " with " + quoted(body) : ""));
        }
        return others.isEmpty() ? "nothing was requested" : "requested: " + String.join(", ", others);
    }

    private @Nullable String logged(Predicate<TraceEvent.Logged> wanted) {
        List<String> others = new ArrayList<>();
        for (TraceJson.Timed timed : record.trace()) {
            if (timed.event() instanceof TraceEvent.Logged logged) {
                if (wanted.test(logged)) {
                    return null;
                }
                others.add(quoted(logged.text()) + (logged.tag() == null ? "" : " with the tag " + logged.tag()));
            }
        }
        return others.isEmpty() ? "nothing was logged" : "logged: " + String.join(", ", others);
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
