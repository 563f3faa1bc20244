package org.ivrea.freeswitch.extension;

import org.ivrea.freeswitch.environment.Environment;
import org.ivrea.freeswitch.flows.FlowSet;

/// Flows and their environment, to be used together.
///
/// @param released run when newer ones have come and the last call that uses these is over
public record Supply(FlowSet flows, Environment environment, Runnable released) {}
