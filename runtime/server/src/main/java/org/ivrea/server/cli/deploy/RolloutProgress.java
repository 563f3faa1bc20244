package org.ivrea.server.cli.deploy;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.ivrea.deploy.remote.Target;
import org.ivrea.deploy.rollout.TargetProgress;
import org.ivrea.server.cli.console.Console;
import org.ivrea.server.cli.console.Progress;

/// One bar for a rollout to all servers.
public final class RolloutProgress implements Consumer<TargetProgress> {
    private static final int PERCENT = 100;

    private final Progress bar;
    private final Map<Target, Integer> percent = new HashMap<>();

    public RolloutProgress(Console console, int servers) {
        bar = new Progress(console, "percent of all servers", servers * PERCENT);
    }

    @Override
    public void accept(TargetProgress progress) {
        percent.put(progress.target(), switch (progress.stage()) {
            case WAITING, CHECKING -> 0;
            case UPLOADING -> (int) (progress.sent() * 90 / Math.max(1, progress.size()));
            case VERIFYING, READY, ACTIVATING, ROLLING_BACK -> 95;
            case DONE -> PERCENT;
        });
        bar.done(percent.values().stream().mapToInt(Integer::intValue).sum());
    }

    public void clear() {
        bar.clear();
    }
}
