package org.ivrea.freeswitch.extension;

import org.ivrea.engine.call.CallInfo;
import org.ivrea.freeswitch.flows.ProjectVersion;

/// A call that a flow answers.
public record ObservedCall(CallInfo info, String project, ProjectVersion version, String flow) {}
