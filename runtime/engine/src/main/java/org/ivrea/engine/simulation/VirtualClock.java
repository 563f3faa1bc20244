package org.ivrea.engine.simulation;

/// Time that takes no time: whatever is waited for is there at once. Without state, so that all calls share one.
public enum VirtualClock implements SimulationClock {
    INSTANCE;

    /// Input from other threads has no time of its own; it arrives when the call looks next.
    @Override
    public long now() {
        return 0;
    }

    @Override
    public boolean sleepUntil(long ms) {
        return true;
    }

    @Override
    public void wake() {
        // Nobody ever waits.
    }
}
