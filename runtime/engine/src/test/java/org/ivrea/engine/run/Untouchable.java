package org.ivrea.engine.run;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import org.ivrea.engine.call.Call;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.CallInfo;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.trace.TraceSink;
import org.jspecify.annotations.Nullable;

/// A call that fails the test when anything is asked of it.
final class Untouchable implements Call {

    @Override
    public CallInfo info() {
        return new CallInfo("untouchable", "", "", Map.of());
    }

    @Override
    public void traceTo(TraceSink sink) {
        throw new AssertionError("the call was touched");
    }

    @Override
    public <R> R perform(Operation<R> operation) {
        throw new AssertionError("the call was asked for " + operation);
    }

    @Override
    public @Nullable CallEnd end() {
        return null;
    }

    @Override
    public ZonedDateTime now() {
        return ZonedDateTime.of(2026, 3, 2, 10, 0, 0, 0, ZoneOffset.UTC);
    }

    @Override
    public long elapsedMs() {
        return 0;
    }
}
