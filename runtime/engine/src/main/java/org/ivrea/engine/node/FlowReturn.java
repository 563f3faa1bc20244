package org.ivrea.engine.node;

import java.util.Map;
import org.ivrea.engine.expression.Expression;

/// A node that ends a flow and goes back to the one that called it. The methods are its fields.
public interface FlowReturn {

    /// The exit of a flow that declares none.
    String DEFAULT_EXIT = "done";

    /// One of the exits that the flow declares.
    String exit();

    /// By the name of the output.
    Map<String, Expression> outputs();
}
