package org.ivrea.freeswitch.conformance;

import java.util.List;
import java.util.function.Consumer;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.Operation;

/// Lets others know what is announced in a queue.
final class Announcing {
    private Announcing() {}

    /// The same, and the listener is given each announcement before it plays.
    static Operation.Enqueue to(Consumer<List<Audio>> listener, Operation.Enqueue enqueue) {
        Operation.Announcements given = enqueue.announcements();
        return new Operation.Enqueue(enqueue.queue(), enqueue.priority(), enqueue.maxWaitMs(), enqueue.music(),
                new Operation.Announcements(place -> {
                    List<Audio> audio = given.announcement().at(place);
                    listener.accept(audio);
                    return audio;
                }, given.firstAfterMs(), given.everyMs()), enqueue.exitKeys());
    }
}
