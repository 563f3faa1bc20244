package org.ivrea.freeswitch.call;

import java.nio.file.Path;
import java.util.function.ToIntFunction;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.simulation.HttpPort;
import org.ivrea.freeswitch.environment.Bindings;

/// What a call needs besides the switch. Calls share it.
///
/// @param bindings   what symbolic names stand for
/// @param http       makes requests; is interrupted when the caller hangs up
/// @param draws      chooses a branch, from 0
/// @param recordings the folder in which recordings of callers are kept
public record CallServices(Bindings bindings, HttpPort http, ToIntFunction<Operation.Draw> draws, Path recordings,
        WallClock clock, Ticker ticker) {}
