package org.ivrea.server.cli.call;

import java.util.List;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.simulation.Agenda;
import org.ivrea.engine.simulation.Caller;
import org.ivrea.engine.simulation.Utterance;
import org.ivrea.server.cli.console.CliFailure;
import org.jspecify.annotations.Nullable;

/// A caller who listens to the end of what is said and then presses the next group of keys. Who has no more keys stays
/// on the line.
final class KeysCaller implements Caller {
    /// After which a caller knows that nothing more is said.
    private static final long SILENCE_MS = 500;
    /// After which a caller goes on although nothing was said.
    private static final long PATIENCE_MS = 3_000;
    private static final long KEY_GAP_MS = 200;
    private static final char HANG_UP = 'h';

    private final List<String> groups;
    private @Nullable Agenda agenda;
    private Runnable cancel = () -> {};
    private int next;

    /// @param keys groups of keys, with commas between them; `h` hangs up
    /// @throws CliFailure when there is something else among the keys
    KeysCaller(String keys) {
        groups = List.of(keys.replace(" ", "").split(","));
        for (String group : groups) {
            for (char key : group.toCharArray()) {
                if (!Keys.isKey(key) && key != HANG_UP) {
                    throw new CliFailure("--keys \"" + keys + "\": '" + key + "' is no telephone key; there are "
                            + Keys.EVERY + ", h to hang up, and a comma to listen before the next keys");
                }
            }
        }
    }

    @Override
    public void calls(Agenda newAgenda) {
        agenda = newAgenda;
        nextAfter(PATIENCE_MS, newAgenda);
    }

    @Override
    public void hears(Utterance utterance) {
        if (agenda != null) {
            nextAfter(utterance.lengthMs() + SILENCE_MS, agenda);
        }
    }

    @Override
    public void hearsNoMore(Utterance utterance, long atMs) {
        if (agenda != null) {
            nextAfter(PATIENCE_MS, agenda);
        }
    }

    private void nextAfter(long ms, Agenda on) {
        cancel.run();
        if (next < groups.size()) {
            cancel = on.then(on.now() + ms, () -> press(on));
        }
    }

    private void press(Agenda on) {
        long at = on.now();
        for (char key : groups.get(next).toCharArray()) {
            if (key == HANG_UP) {
                on.hangUp(at, new CallEnd(CallEnd.NORMAL, CallEnd.Side.CALLER));
            } else {
                on.key(at, key);
            }
            at += KEY_GAP_MS;
        }
        next++;
        nextAfter(at - on.now() + PATIENCE_MS, on);
    }
}
