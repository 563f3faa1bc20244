package org.ivrea.freeswitch.call;

import org.ivrea.engine.call.Operation.PlayControl;
import org.ivrea.engine.call.Operation.PlayControls;

/// Answers the keys with which callers move about in what plays.
final class ControlKeys implements KeyHandler {
    private static final int LOUDEST = 4;
    /// Longer than anything that plays.
    private static final long WHOLE_MS = 24 * 3_600_000L;

    private final PlayControls controls;
    private boolean paused;
    private int volume;

    ControlKeys(PlayControls controls) {
        this.controls = controls;
    }

    @Override
    public KeyAnswer pressed(char key, long atMs) {
        PlayControl control = controls.keys().get(key);
        return control == null ? new KeyAnswer.Nothing() : answer(control);
    }

    private KeyAnswer answer(PlayControl control) {
        return switch (control) {
            case PAUSE -> pause();
            case BACK -> new KeyAnswer.Seek(-controls.skipMs());
            case FORWARD -> new KeyAnswer.Seek(controls.skipMs());
            case RESTART -> new KeyAnswer.Seek(-WHOLE_MS);
            case LOUDER -> turn(1);
            case SOFTER -> turn(-1);
            case STOP -> new KeyAnswer.Break();
        };
    }

    private KeyAnswer pause() {
        paused = !paused;
        return paused ? new KeyAnswer.Pause() : new KeyAnswer.Resume();
    }

    private KeyAnswer turn(int steps) {
        volume = Math.clamp(volume + steps, -LOUDEST, LOUDEST);
        return new KeyAnswer.Volume(volume);
    }
}
