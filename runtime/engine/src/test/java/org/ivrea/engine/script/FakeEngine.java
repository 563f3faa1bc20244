package org.ivrea.engine.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.Call;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.CallEnded;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.expression.Expression;
import org.ivrea.engine.expression.ExpressionProblem;
import org.ivrea.engine.expression.Scope;
import org.ivrea.engine.expression.ValueType;
import org.ivrea.engine.expression.Values;
import org.ivrea.engine.expression.Variables;
import org.ivrea.engine.simulation.Names;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceSink;
import org.jspecify.annotations.Nullable;

/// An engine whose one flow is a piece of Java.
final class FakeEngine implements RunsCalls {

    /// A flow that performs its operations itself.
    interface Flow {
        void run(Frame frame);
    }

    /// What the flow has at hand.
    static final class Frame {
        final Call call;
        private final TraceSink sink;
        private final Map<String, Object> variables = new HashMap<>();

        Frame(Call call, TraceSink sink) {
            this.call = call;
            this.sink = sink;
        }

        void trace(TraceEvent event) {
            sink.accept(call.elapsedMs(), event);
        }

        void enter(String node) {
            trace(new TraceEvent.NodeEntered("main", node, "play", 0));
        }

        void leave(String node, String exit) {
            trace(new TraceEvent.ExitTaken("main", node, exit, "", null));
        }

        void set(String name, Object value) {
            variables.put(name, value);
        }

        <R> R perform(Operation<R> operation) {
            return call.perform(operation);
        }

        void say(String text) {
            perform(new Operation.Play(List.of(speech(text)), Keys.NONE, true));
        }

        String ask(String text, int max) {
            return perform(new Operation.Collect(List.of(speech(text)), Keys.ALL, 1, max, new Keys("#"), 5_000, 2_000,
                    List.of(), false)).digits();
        }

        static Audio speech(String text) {
            return new Audio.Speech(text, "en", null, text);
        }
    }

    private final Flow flow;

    FakeEngine(Flow flow) {
        this.flow = flow;
    }

    @Override
    public String mainFlow() {
        return "main";
    }

    @Override
    public boolean hasFlow(String name) {
        return name.equals("main");
    }

    @Override
    public Scope scope(String name) {
        return (source, _) -> new Comparison(source);
    }

    @Override
    public void run(String name, Call call, TraceSink sink, Consumer<Variables> probe) {
        call.traceTo(sink);
        var frame = new Frame(call, sink);
        probe.accept(frame.variables::get);
        frame.trace(new TraceEvent.CallStarted(call.info().id(), call.info().caller(), call.info().called(), name));
        try {
            flow.run(frame);
            call.perform(new Operation.Hangup(CallEnd.NORMAL));
        } catch (CallEnded _) {
            frame.trace(new TraceEvent.HandlerEntered("main", "hangup"));
        }
        CallEnd end = call.end();
        if (end != null) {
            frame.trace(new TraceEvent.HungUp(end.cause(), Names.of(end.side())));
        }
        frame.trace(new TraceEvent.CallClosed("ended"));
    }

    /// `name == value` or a name alone, which is all that these tests write.
    private record Comparison(String source) implements Expression {

        @Override
        public List<ExpressionProblem> problems() {
            return source.contains("?")
                    ? List.of(new ExpressionProblem(0, "\"?\" makes no sense"))
                    : new ArrayList<>();
        }

        @Override
        public ValueType type() {
            return ValueType.BOOL;
        }

        @Override
        public Set<String> reads() {
            return Set.of(source.split(" == ")[0]);
        }

        @Override
        public boolean isSecret() {
            return source.equals("pin");
        }

        @Override
        public Object evaluate(Variables variables) {
            String[] sides = source.split(" == ");
            @Nullable Object value = variables.get(sides[0]);
            return value != null && Values.text(value).equals(sides[1]);
        }
    }
}
