package org.ivrea.freeswitch.conformance;

import java.util.List;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.simulation.OtherEnd;
import org.ivrea.freeswitch.call.Luck;

/// Chance as the script has it.
final class PreparedLuck implements Luck {
    private final OtherEnd otherEnd;
    private volatile List<?> order = List.of();

    PreparedLuck(OtherEnd otherEnd) {
        this.otherEnd = otherEnd;
    }

    @Override
    public int draw(Operation.Draw draw) {
        return otherEnd.draw(draw);
    }

    @Override
    public <T> List<T> shuffled(List<T> items) {
        List<T> shuffled = otherEnd.shuffled(items);
        order = shuffled;
        return shuffled;
    }

    /// The targets in the order in which they ring.
    List<Operation.DialTarget> order(Operation.Dial dial) {
        return dial.order() == Operation.DialOrder.RANDOM
                ? order.stream().map(Operation.DialTarget.class::cast).toList()
                : dial.targets();
    }
}
