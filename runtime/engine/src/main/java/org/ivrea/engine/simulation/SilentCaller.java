package org.ivrea.engine.simulation;

/// A caller who listens and does nothing, or whose keys come from other threads.
public enum SilentCaller implements Caller {
    INSTANCE;

    @Override
    public void calls(Agenda agenda) {
        // Plans nothing.
    }

    @Override
    public void hears(Utterance utterance) {
        // Just listens.
    }

    @Override
    public void hearsNoMore(Utterance utterance, long atMs) {
        // Just listens.
    }
}
