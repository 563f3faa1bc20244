package org.ivrea.engine.script;

import java.util.function.Consumer;
import org.ivrea.engine.call.Call;
import org.ivrea.engine.expression.Scope;
import org.ivrea.engine.expression.Variables;
import org.ivrea.engine.trace.TraceSink;
import org.jspecify.annotations.Nullable;

/// What scripts need of an engine with a project loaded.
public interface RunsCalls {

    /// The flow that answers calls; `null` when the project has none.
    @Nullable
    String mainFlow();

    boolean hasFlow(String flow);

    /// What expressions about the flow may refer to.
    Scope scope(String flow);

    /// Has the flow answer the call, and comes back when all is over. A flow that fails is no exception.
    ///
    /// @param probe is given, before the flow begins, a view of the variables of whichever flow is running or ended
    ///              last; the view is read on the flow's thread and after the call
    void run(String flow, Call call, TraceSink sink, Consumer<Variables> probe);
}
