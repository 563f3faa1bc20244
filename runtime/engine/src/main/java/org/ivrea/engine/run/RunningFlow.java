package org.ivrea.engine.run;

import java.util.Map;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.expression.Variables;
import org.ivrea.engine.node.NodeFailure;
import org.jspecify.annotations.Nullable;

/// A flow that a call is in, with what expressions read there. To be used on the call's thread.
public interface RunningFlow extends Variables {

    CompiledFlow flow();

    /// The node at which the call is.
    String nodeId();

    /// 0 for the flow that answered, 1 for its subflows…
    int depth();

    /// The flow whose subflow this is.
    ///
    /// @return `null` for the flow that answered
    @Nullable
    RunningFlow caller();

    /// The flow's variables that have a value now.
    Map<String, Object> values();

    /// Sets a variable, as a node of the flow would; the trace says so.
    ///
    /// @throws NodeFailure when there is no such variable or the value is none of its type
    void set(String variable, Object value);
}
