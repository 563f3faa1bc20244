package org.ivrea.engine.node;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.CallInfo;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.expression.Variables;
import org.ivrea.engine.prompt.Prompt;
import org.ivrea.engine.trace.TraceEvent;

/// What a node has at hand while it runs in one call.
public interface NodeRun {

    String nodeId();

    CallInfo call();

    /// Asks the call for something and waits for it; see [org.ivrea.engine.call.Call#perform].
    <R> R perform(Operation<R> operation);

    /// What expressions read.
    Variables variables();

    /// Sets a variable of the flow, converted to its declared type. Does nothing for [VariableTarget#NONE].
    ///
    /// @throws NodeFailure when the value is not of the variable's type or too large
    void set(VariableTarget target, Object value);

    /// A variable's value as reasons and traces show it: texts in quotes, secrets masked.
    String shown(String variable);

    /// What the prompt says now, in the call's language.
    List<Audio> audio(Prompt prompt);

    String language();

    void language(String language);

    void voice(@org.jspecify.annotations.Nullable String voice);

    /// Runs another flow and waits until it returns. Outputs for which there is a variable are set, also those that it
    /// has set by then when the call ends there, or it fails: the handlers here may need them.
    ///
    /// @param outputs variables of this flow, by the names of the other one's outputs
    /// @throws NodeFailure when it fails, does not return one of the outputs, or subflows are nested too deeply
    Next.Return callFlow(FlowRef flow, Map<String, Object> inputs, Map<String, VariableTarget> outputs);

    /// A counter of this node in this run of the flow, 0 at first: what a loop counts with.
    long counter();

    void counter(long value);

    /// The time in the project's time zone.
    ZonedDateTime now();

    /// Says why the exit is taken, for the trace.
    void because(String reason);

    void trace(TraceEvent event);

    /// Caps of the server that nodes must keep to, such as the largest HTTP reply in bytes.
    int maxResponseBytes();
}
