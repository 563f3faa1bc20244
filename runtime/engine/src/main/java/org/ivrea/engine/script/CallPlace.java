package org.ivrea.engine.script;

import org.ivrea.engine.simulation.AudioLengths;
import org.ivrea.engine.simulation.Caller;
import org.ivrea.engine.simulation.SimulationClock;
import org.ivrea.engine.simulation.World;

/// Where the calls of scripts take place.
@FunctionalInterface
public interface CallPlace {

    /// A call in this world with this caller, which has not begun.
    ScriptedCall place(World world, Caller caller);

    /// In simulation.
    static CallPlace simulated(AudioLengths lengths, SimulationClock clock) {
        return (world, caller) -> new SimulatedScriptCall(world, caller, lengths, clock);
    }
}
