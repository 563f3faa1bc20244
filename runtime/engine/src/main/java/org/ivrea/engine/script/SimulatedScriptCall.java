package org.ivrea.engine.script;

import java.util.List;
import java.util.function.Consumer;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.Operation.HttpExchange;
import org.ivrea.engine.expression.Variables;
import org.ivrea.engine.simulation.AudioLengths;
import org.ivrea.engine.simulation.Caller;
import org.ivrea.engine.simulation.SimulatedCall;
import org.ivrea.engine.simulation.Simulation;
import org.ivrea.engine.simulation.SimulationClock;
import org.ivrea.engine.simulation.World;
import org.ivrea.engine.trace.TraceSink;
import org.jspecify.annotations.Nullable;

/// A script's call in simulation.
final class SimulatedScriptCall implements ScriptedCall {
    private final SimulatedCall call;

    SimulatedScriptCall(World world, Caller caller, AudioLengths lengths, SimulationClock clock) {
        call = new SimulatedCall(Simulation.of(world, lengths).withCaller(caller).withClock(clock));
    }

    @Override
    public void run(RunsCalls engine, String flow, TraceSink sink, Consumer<Variables> probe) {
        engine.run(flow, call, call.observing(sink), probe);
    }

    @Override
    public @Nullable CallEnd end() {
        return call.end();
    }

    @Override
    public long elapsedMs() {
        return call.elapsedMs();
    }

    @Override
    public List<HttpExchange> requests() {
        return call.requests();
    }
}
