package org.ivrea.freeswitch.testhost;

import java.util.SortedSet;
import org.ivrea.freeswitch.bridge.Bridge;
import org.ivrea.freeswitch.bridge.RecordWriter;
import org.jspecify.annotations.Nullable;

/// Says when a control has reached the host.
public record WatchedBridge(Bridge bridge, Runnable controlled) implements Bridge {
    @Override
    public Reply submit(long call, RecordWriter operations) {
        return bridge.submit(call, operations);
    }

    @Override
    public Reply control(long call, RecordWriter control) {
        Reply reply = bridge.control(call, control);
        controlled.run();
        return reply;
    }

    @Override
    public void reply(long command, boolean ok, String text) {
        bridge.reply(command, ok, text);
    }

    @Override
    public void ready(boolean ready) {
        bridge.ready(ready);
    }

    @Override
    public void log(long call, LogLevel level, String text) {
        bridge.log(call, level, text);
    }

    @Override
    public long[] stats() {
        return bridge.stats();
    }

    @Override
    public @Nullable SortedSet<String> modules() {
        return bridge.modules();
    }
}
