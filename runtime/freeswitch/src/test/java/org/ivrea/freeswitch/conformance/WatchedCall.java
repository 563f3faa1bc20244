package org.ivrea.freeswitch.conformance;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.Call;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.CallInfo;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.trace.TraceSink;
import org.jspecify.annotations.Nullable;

/// A call that lets others see which operation runs.
final class WatchedCall implements Call {
    private final Call call;
    private final List<Operation.HttpExchange> requests = new CopyOnWriteArrayList<>();
    private volatile @Nullable Operation<?> running;
    private volatile List<Audio> announced = List.of();

    WatchedCall(Call call) {
        this.call = call;
    }

    Operation<?> running() {
        return Objects.requireNonNull(running, "no operation runs");
    }

    /// The last announcement of the queue.
    List<Audio> announced() {
        return announced;
    }

    List<Operation.HttpExchange> requests() {
        return List.copyOf(requests);
    }

    @Override
    @SuppressWarnings("unchecked") // it is the same type of operation
    public <R> R perform(Operation<R> operation) {
        Operation<R> watched = operation instanceof Operation.Enqueue enqueue
                ? (Operation<R>) announcing(enqueue)
                : operation;
        if (operation instanceof Operation.HttpExchange http && (call.end() == null || !http.needsCaller())) {
            requests.add(http);
        }
        running = watched;
        return call.perform(watched);
    }

    private Operation.Enqueue announcing(Operation.Enqueue enqueue) {
        Operation.Announcements given = enqueue.announcements();
        return new Operation.Enqueue(enqueue.queue(), enqueue.priority(), enqueue.maxWaitMs(), enqueue.music(),
                new Operation.Announcements(place -> {
                    announced = given.announcement().at(place);
                    return announced;
                }, given.firstAfterMs(), given.everyMs()), enqueue.exitKeys());
    }

    @Override
    public CallInfo info() {
        return call.info();
    }

    @Override
    public void traceTo(TraceSink sink) {
        call.traceTo(sink);
    }

    @Override
    public @Nullable CallEnd end() {
        return call.end();
    }

    @Override
    public ZonedDateTime now() {
        return call.now();
    }

    @Override
    public long elapsedMs() {
        return call.elapsedMs();
    }
}
