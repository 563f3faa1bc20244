package org.ivrea.freeswitch.call;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.simulation.Chance;

/// What is left to chance in a call. Calls share one.
public interface Luck {

    /// Real chance.
    Luck REAL = new Luck() {
        @Override
        public int draw(Operation.Draw draw) {
            return chance().draw(draw.weights(), draw.sticky());
        }

        @Override
        public <T> List<T> shuffled(List<T> items) {
            return chance().shuffled(items);
        }

        private static Chance chance() {
            return new Chance(ThreadLocalRandom.current().nextLong());
        }
    };

    /// Draws a branch.
    ///
    /// @return from 0
    int draw(Operation.Draw draw);

    /// The same in another order.
    <T> List<T> shuffled(List<T> items);
}
