package org.ivrea.freeswitch.conformance;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.Call;
import org.ivrea.engine.call.Operation;
import org.jspecify.annotations.Nullable;

/// A call that lets others see which operation runs.
final class WatchedCall extends ForwardingCall {
    private final List<Operation.HttpExchange> requests = new CopyOnWriteArrayList<>();
    private volatile @Nullable Operation<?> running;
    private volatile boolean answered;
    private volatile List<Audio> announced = List.of();

    WatchedCall(Call call) {
        super(call);
    }

    Operation<?> running() {
        return Objects.requireNonNull(running, "no operation runs");
    }

    /// Whether the flow has answered it.
    boolean answered() {
        return answered;
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
                ? (Operation<R>) Announcing.to(audio -> announced = audio, enqueue)
                : operation;
        if (operation instanceof Operation.HttpExchange http && (call.end() == null || !http.needsCaller())) {
            requests.add(http);
        }
        running = watched;
        R result = call.perform(watched);
        answered |= operation instanceof Operation.Answer;
        return result;
    }
}
