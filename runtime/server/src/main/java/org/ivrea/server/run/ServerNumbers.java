package org.ivrea.server.run;

import org.ivrea.server.journey.JourneyWriter;
import org.ivrea.server.metrics.ServerMetrics;

/// Numbers of the server as a whole.
final class ServerNumbers {
    private ServerNumbers() {}

    static void register(ServerMetrics metrics, IvreaServer server) {
        metrics.gauge("ivrea_store_generation", "Generation of the store that new calls run", server::generation);
        metrics.gauge("ivrea_ready", "1 when calls get what they should", () -> server.trouble().isEmpty() ? 1 : 0);
        metrics.gauge("ivrea_warnings", "Things that callers do not get although their flow runs; /ready tells which",
                () -> server.warnings().size());
        JourneyWriter journeys = server.journeys();
        if (journeys != null) {
            metrics.count("ivrea_journeys_written", "Journeys written", journeys::written);
            metrics.count("ivrea_journeys_dropped", "Journeys lost because too many waited", journeys::dropped);
            metrics.gauge("ivrea_journeys_waiting", "Journeys that wait to be written", journeys::waiting);
        }
    }
}
