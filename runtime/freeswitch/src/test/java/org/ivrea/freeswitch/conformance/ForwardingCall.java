package org.ivrea.freeswitch.conformance;

import java.time.ZonedDateTime;
import org.ivrea.engine.call.Call;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.CallInfo;
import org.ivrea.engine.trace.TraceSink;
import org.jspecify.annotations.Nullable;

/// A call that is another one in all but its operations.
abstract class ForwardingCall implements Call {
    protected final Call call;

    ForwardingCall(Call call) {
        this.call = call;
    }

    @Override
    public final CallInfo info() {
        return call.info();
    }

    @Override
    public final void traceTo(TraceSink sink) {
        call.traceTo(sink);
    }

    @Override
    public final @Nullable CallEnd end() {
        return call.end();
    }

    @Override
    public final ZonedDateTime now() {
        return call.now();
    }

    @Override
    public final long elapsedMs() {
        return call.elapsedMs();
    }
}
