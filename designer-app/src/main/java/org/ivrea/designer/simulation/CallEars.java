package org.ivrea.designer.simulation;

import org.ivrea.engine.simulation.Utterance;

/// Hears what a call plays. Called on the call's thread; must not block.
public interface CallEars {
    CallEars DEAF = new CallEars() {
        @Override
        public void hears(Utterance utterance) {
            // Hears nothing.
        }

        @Override
        public void hearsNoMore() {
            // Hears nothing.
        }
    };

    void hears(Utterance utterance);

    /// What was heard last is cut short.
    void hearsNoMore();
}
