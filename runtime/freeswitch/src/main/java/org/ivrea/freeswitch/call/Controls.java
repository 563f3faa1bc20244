package org.ivrea.freeswitch.call;

import java.util.List;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.Operation.Announcement;
import org.ivrea.engine.call.Operation.QueuePlace;
import org.ivrea.freeswitch.bridge.EventRecord;
import org.ivrea.freeswitch.bridge.RecordType;
import org.jspecify.annotations.Nullable;

/// Answers what the host reports while an operation runs: keys, and announcements that are due in a queue.
final class Controls implements CallLine.EventListener {
    private final CallLine line;
    private final AudioItems items;
    private final Timeline timeline;
    private @Nullable KeyHandler keys;
    private @Nullable Announcement announcement;
    private @Nullable RuntimeException failure;

    Controls(CallLine line, AudioItems items, Timeline timeline) {
        this.line = line;
        this.items = items;
        this.timeline = timeline;
    }

    /// @return who was told up to now
    @Nullable
    KeyHandler keys(@Nullable KeyHandler handler) {
        KeyHandler before = keys;
        keys = handler;
        return before;
    }

    /// The flag with which operations ask for keys.
    int flags() {
        return keys == null ? 0 : RecordType.KEYS;
    }

    void announcing(@Nullable Announcement newAnnouncement) {
        announcement = newAnnouncement;
    }

    /// What a handler threw while the last operation ran, which was broken off for that.
    @Nullable
    RuntimeException takeFailure() {
        RuntimeException thrown = failure;
        failure = null;
        return thrown;
    }

    @Override
    public void happened(EventRecord event) {
        if (failure != null) {
            return;
        }
        try {
            switch (event.type()) {
                case RecordType.KEY -> key(event);
                case RecordType.ANNOUNCE -> announce(event);
                default -> {
                }
            }
        } catch (RuntimeException e) {
            failure = e;
            line.control(RecordType.BREAK, event.operation(), _ -> {});
        }
    }

    private void key(EventRecord event) {
        String key = event.text();
        KeyHandler handler = keys;
        if (handler == null || key.isEmpty()) {
            return;
        }
        long to = event.operation();
        switch (handler.pressed(key.charAt(0), event.atMs())) {
            case KeyAnswer.Nothing _ -> {
            }
            case KeyAnswer.Break _ -> line.control(RecordType.BREAK, to, _ -> {});
            case KeyAnswer.Pause _ -> line.control(RecordType.PAUSE, to, _ -> {});
            case KeyAnswer.Resume _ -> line.control(RecordType.RESUME, to, _ -> {});
            case KeyAnswer.Seek(long ms) -> line.control(RecordType.SEEK, to, out -> out.number(ms));
            case KeyAnswer.Volume(int steps) -> line.control(RecordType.VOLUME, to, out -> out.number(steps));
        }
    }

    private void announce(EventRecord event) {
        var place = new QueuePlace((int) event.number(), event.number());
        Announcement asked = announcement;
        List<Audio> audio = asked == null ? List.of() : asked.at(place);
        timeline.announce(event.atMs(), Transcripts.of(audio));
        line.control(RecordType.ANNOUNCEMENT, event.operation(), out -> out.list(items.of(audio)));
    }
}
