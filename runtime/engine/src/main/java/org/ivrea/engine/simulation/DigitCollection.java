package org.ivrea.engine.simulation;

import org.ivrea.engine.call.Operation.Collect;
import org.ivrea.engine.call.Operation.CollectResult;

/// Plays a prompt and takes keys.
final class DigitCollection {
    private final Line line;
    private final Playback playback;

    DigitCollection(Line line, Playback playback) {
        this.line = line;
        this.playback = playback;
    }

    CollectResult collect(Collect collect) {
        var input = new DigitInput(collect);
        if (!takeTypedAhead(collect, input)) {
            playback.run(collect.prompt(), Playback.TO_THE_END, key -> {
                if (input.isComplete()) {
                    // The prompt may not be interrupted and the input is there: this key is for the next input.
                    return line.typeAhead(key);
                }
                take(collect, input, key);
                return collect.bargeIn().has(key);
            });
        }
        while (!input.isComplete()) {
            char key = line.nextKey(line.now() + input.timeoutMs());
            if (key == Line.NONE) {
                break;
            }
            take(collect, input, key);
        }
        return input.result();
    }

    /// @return true when one of the keys skips the prompt
    private boolean takeTypedAhead(Collect collect, DigitInput input) {
        boolean skip = false;
        while (!input.isComplete()) {
            char key = line.takeTyped();
            if (key == Line.NONE) {
                break;
            }
            skip |= collect.bargeIn().has(key);
            input.accept(key);
        }
        return skip;
    }

    private void take(Collect collect, DigitInput input, char key) {
        line.pressed(key, collect.secret());
        input.accept(key);
    }
}
