package org.ivrea.freeswitch.flows;

import org.ivrea.engine.run.FlowRunner;
import org.ivrea.freeswitch.call.AudioItems;

/// What a flow's name leads to.
public sealed interface Answering {

    /// This flow answers.
    record Flow(FlowRunner runner, AudioItems items, String project, ProjectVersion version, String flow)
            implements
                Answering {}

    /// None does.
    ///
    /// @param reason for the operator: what is wrong, and what to do
    record Nobody(String reason) implements Answering {}
}
