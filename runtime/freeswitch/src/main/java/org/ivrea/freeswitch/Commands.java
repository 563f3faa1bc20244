package org.ivrea.freeswitch;

/// What operators may ask at the switch's console.
final class Commands {
    private static final String USAGE = "commands: status | flows | calls | trace UUID | reload";

    private final SwitchRuntime runtime;
    private final Reports reports;

    /// @param text for people
    record Answer(boolean ok, String text) {}

    Commands(SwitchRuntime runtime) {
        this.runtime = runtime;
        this.reports = new Reports(runtime);
    }

    Answer run(String words) {
        String[] parts = words.strip().split("\\s+");
        try {
            // Before that there is nothing to be said.
            runtime.awaitLoaded();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer(false, "The runtime is stopping");
        }
        return switch (parts[0]) {
            case "status" -> new Answer(true, reports.status());
            case "flows" -> new Answer(true, reports.flows());
            case "calls" -> new Answer(true, reports.calls());
            case "trace" -> parts.length == 2 ? trace(parts[1]) : new Answer(false, "Which call? " + USAGE);
            case "reload" -> reload();
            default -> new Answer(false, "There is no command \"" + parts[0] + "\"; " + USAGE);
        };
    }

    private Answer trace(String uuid) {
        CallTask task = runtime.find(uuid);
        Journey journey = task == null ? null : task.journey();
        return journey == null
                ? new Answer(false, "No call " + uuid + " is known; traces of the last "
                        + runtime.settings().keepTraces() + " calls are kept")
                : new Answer(true, journey.json());
    }

    private Answer reload() {
        String problem = runtime.reload();
        if (problem != null) {
            return new Answer(false, problem + ". Everything is as it was");
        }
        reports.logErrors();
        return new Answer(true, reports.flows());
    }
}
