package org.ivrea.engine.node;

import java.util.Map;

/// How a call goes on after a node.
public sealed interface Next permits Exit, Next.GoTo, Next.Return, Next.End {

    /// Leaves the flow for another one and does not come back.
    record GoTo(FlowRef flow, Map<String, Object> inputs) implements Next {}

    /// Ends the subflow; the flow that called it goes on at the exit.
    record Return(String exit, Map<String, Object> outputs) implements Next {}

    /// The call is over.
    record End() implements Next {
        public static final End END = new End();
    }
}
