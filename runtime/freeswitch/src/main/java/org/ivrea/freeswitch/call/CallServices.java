package org.ivrea.freeswitch.call;

import java.nio.file.Path;
import org.ivrea.engine.simulation.HttpPort;
import org.ivrea.freeswitch.environment.Bindings;

/// What a call needs besides the switch. Calls share it.
///
/// @param bindings   what symbolic names stand for
/// @param http       makes requests; is interrupted when the caller hangs up
/// @param recordings the folder in which recordings of callers are kept
public record CallServices(Bindings bindings, HttpPort http, Luck luck, Path recordings,
        WallClock clock, Ticker ticker) {}
