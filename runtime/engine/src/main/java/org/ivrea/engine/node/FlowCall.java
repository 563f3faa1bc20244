package org.ivrea.engine.node;

import java.util.List;
import java.util.Map;

/// A node that sends the call into another flow and goes on when that returns. The methods are its fields.
public interface FlowCall extends FlowEntry {

    /// By the name of the other flow's output.
    Map<String, VariableTarget> outputs();

    /// The exits at which the other flow may return.
    List<String> results();
}
