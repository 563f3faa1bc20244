package org.ivrea.engine.simulation;

/// The person on the other side of a simulated call. Hears what is played and acts by putting events onto the agenda.
/// Called on the flow's thread.
public interface Caller {

    /// The call begins.
    void calls(Agenda agenda);

    /// Something becomes audible.
    void hears(Utterance utterance);

    /// What was audible last is cut short now.
    void hearsNoMore(Utterance utterance, long atMs);
}
