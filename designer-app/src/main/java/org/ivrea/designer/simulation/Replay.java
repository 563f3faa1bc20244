package org.ivrea.designer.simulation;

import java.util.List;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson.Timed;

/// A call that happened before, shown again as far as the person wants, forward and back.
public final class Replay {
    private final List<Timed> events;
    private final Journey journey = new Journey();
    private final Conversation conversation = new Conversation();
    private int position;

    /// Begins before the first event.
    public Replay(List<Timed> events) {
        this.events = List.copyOf(events);
    }

    public List<Timed> events() {
        return events;
    }

    /// How many events have happened.
    public int position() {
        return position;
    }

    public boolean isAtEnd() {
        return position == events.size();
    }

    public long durationMs() {
        return events.isEmpty() ? 0 : events.getLast().atMs();
    }

    /// The time of the event that happened last.
    public long nowMs() {
        return position == 0 ? 0 : events.get(position - 1).atMs();
    }

    public void moveTo(int wanted) {
        int target = Math.clamp(wanted, 0, events.size());
        if (target < position) {
            journey.clear();
            conversation.clear();
            position = 0;
        }
        for (; position < target; position++) {
            journey.add(events.get(position));
            conversation.add(events.get(position));
        }
    }

    /// To the last event up to the moment.
    public void moveToTime(long ms) {
        int target = 0;
        while (target < events.size() && events.get(target).atMs() <= ms) {
            target++;
        }
        moveTo(target);
    }

    /// To behind the next node's entry, or the end.
    public void stepForward() {
        int target = position;
        while (target < events.size() && !(events.get(target).event() instanceof TraceEvent.NodeEntered)) {
            target++;
        }
        moveTo(target + 1);
    }

    /// To behind the entry of the node before, or the beginning.
    public void stepBack() {
        List<Journey.Step> steps = journey.steps();
        int last = steps.size() - 1;
        // At a node's entry one wants the node before; behind it, its entry.
        int wanted = last >= 0 && steps.get(last).event() == position - 1 ? last - 1 : last;
        moveTo(wanted < 0 ? 0 : steps.get(wanted).event() + 1);
    }

    public Journey journey() {
        return journey;
    }

    public Conversation conversation() {
        return conversation;
    }
}
