package org.ivrea.designer.inspector.http;

import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.CallInfo;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.call.Operation.HttpExchange;
import org.ivrea.engine.call.Operation.HttpOutcome;
import org.ivrea.engine.expression.Variables;
import org.ivrea.engine.http.LiveHttp;
import org.ivrea.engine.node.FlowRef;
import org.ivrea.engine.node.Next;
import org.ivrea.engine.node.NodeFailure;
import org.ivrea.engine.node.NodeRun;
import org.ivrea.engine.node.VariableTarget;
import org.ivrea.engine.prompt.Prompt;
import org.ivrea.engine.trace.TraceEvent;
import org.jspecify.annotations.Nullable;

/// The run of a single node outside any call, whose request is really made.
final class TryRun implements NodeRun {
    private static final int MOST_BYTES = 1_048_576;

    private final String node;
    private final Map<String, Object> values;
    private final LiveHttp http;
    private final Map<String, Object> set = new LinkedHashMap<>();
    private @Nullable HttpExchange request;
    private @Nullable HttpOutcome outcome;
    private String reason = "";

    /// @param values of what expressions read
    TryRun(String node, Map<String, Object> values, LiveHttp http) {
        this.node = node;
        this.values = Map.copyOf(values);
        this.http = http;
    }

    Map<String, Object> assigned() {
        return set;
    }

    @Nullable
    HttpExchange request() {
        return request;
    }

    @Nullable
    HttpOutcome outcome() {
        return outcome;
    }

    String reason() {
        return reason;
    }

    @Override
    public <R> R perform(Operation<R> operation) {
        if (!(operation instanceof HttpExchange exchange)) {
            throw new NodeFailure("not-here", "Only requests can be tried here");
        }
        request = exchange;
        try {
            HttpOutcome result = http.send(exchange).get();
            outcome = result;
            @SuppressWarnings("unchecked") // the result of an exchange is an outcome
            R same = (R) result;
            return same;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new NodeFailure("cancelled", "The request was given up");
        } catch (ExecutionException | CancellationException e) {
            throw new NodeFailure("cancelled", "The request failed: " + e.getMessage());
        }
    }

    @Override
    public String nodeId() {
        return node;
    }

    @Override
    public CallInfo call() {
        return new CallInfo("try", "", "", Map.of());
    }

    @Override
    public Variables variables() {
        Function<String, @Nullable Object> find = values::get;
        return find::apply;
    }

    @Override
    public void set(VariableTarget target, Object value) {
        if (!target.isNone()) {
            set.put(target.name(), value);
        }
    }

    @Override
    public String shown(String variable) {
        return variable;
    }

    @Override
    public List<Audio> audio(Prompt prompt) {
        return List.of();
    }

    @Override
    public String language() {
        return "en";
    }

    @Override
    public void language(String language) {}

    @Override
    public void voice(@Nullable String voice) {}

    @Override
    public Next.Return callFlow(FlowRef flow, Map<String, Object> inputs, Map<String, VariableTarget> outputs) {
        throw new NodeFailure("not-here", "Only requests can be tried here");
    }

    @Override
    public long counter() {
        return 0;
    }

    @Override
    public void counter(long value) {}

    @Override
    public ZonedDateTime now() {
        return ZonedDateTime.now(java.time.ZoneId.systemDefault());
    }

    @Override
    public void because(String why) {
        reason = why;
    }

    @Override
    public void trace(TraceEvent event) {}

    @Override
    public int maxResponseBytes() {
        return MOST_BYTES;
    }
}
