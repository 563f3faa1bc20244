package org.ivrea.engine.script;

import java.util.List;
import java.util.function.Consumer;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.Operation.HttpExchange;
import org.ivrea.engine.expression.Variables;
import org.ivrea.engine.trace.TraceSink;
import org.jspecify.annotations.Nullable;

/// A call in which a script's caller acts, wherever it takes place.
public interface ScriptedCall {

    /// Has the flow answer, and comes back when all is over.
    ///
    /// @param probe as [RunsCalls#run] gives it
    void run(RunsCalls engine, String flow, TraceSink sink, Consumer<Variables> probe);

    /// @return `null` while it is up
    @Nullable
    CallEnd end();

    long elapsedMs();

    /// The requests that the flow made so far.
    List<HttpExchange> requests();
}
