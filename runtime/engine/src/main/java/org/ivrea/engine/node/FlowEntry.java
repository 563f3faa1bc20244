package org.ivrea.engine.node;

import java.util.Map;
import org.ivrea.engine.expression.Expression;

/// A node that sends the call into another flow: for good, unless it is a [FlowCall]. The methods are its fields.
public interface FlowEntry {

    FlowRef flow();

    /// By the name of the other flow's input.
    Map<String, Expression> inputs();
}
