package org.ivrea.engine.simulation;

import org.jspecify.annotations.Nullable;

/// How a call is simulated.
///
/// @param world    what is around the call
/// @param clock    whether simulated time takes real time
/// @param caller   who acts in it
/// @param lengths  how long prompts play
/// @param answerer asked when no stub matches
/// @param http     makes requests that have no stub; `null` when that is not allowed
public record Simulation(World world, SimulationClock clock, Caller caller, AudioLengths lengths, Answerer answerer,
        @Nullable HttpPort http) {

    /// On the virtual clock, with a silent caller, and without access to anything real.
    public static Simulation of(World world, AudioLengths lengths) {
        return new Simulation(world, VirtualClock.INSTANCE, SilentCaller.INSTANCE, lengths, Answerer.NONE, null);
    }

    public Simulation withClock(SimulationClock newClock) {
        return new Simulation(world, newClock, caller, lengths, answerer, http);
    }

    public Simulation withCaller(Caller newCaller) {
        return new Simulation(world, clock, newCaller, lengths, answerer, http);
    }

    public Simulation withAnswerer(Answerer newAnswerer) {
        return new Simulation(world, clock, caller, lengths, newAnswerer, http);
    }

    public Simulation withHttp(@Nullable HttpPort newHttp) {
        return new Simulation(world, clock, caller, lengths, answerer, newHttp);
    }
}
