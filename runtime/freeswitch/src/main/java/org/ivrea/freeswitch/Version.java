package org.ivrea.freeswitch;

import java.time.Instant;
import org.ivrea.engine.http.HttpServices;
import org.ivrea.engine.http.LiveHttp;
import org.ivrea.freeswitch.call.CallServices;
import org.ivrea.freeswitch.call.Luck;
import org.ivrea.freeswitch.call.Ticker;
import org.ivrea.freeswitch.call.WallClock;
import org.ivrea.freeswitch.environment.Environment;
import org.ivrea.freeswitch.extension.Supply;
import org.ivrea.freeswitch.flows.FlowSet;
import org.ivrea.freeswitch.flows.UseCount;

/// Flows and their environment as they were loaded together. A call stays with the one in which it began; when a newer
/// one has come and the last call is over, it is closed.
final class Version {
    private final FlowSet flows;
    private final Environment environment;
    private final LiveHttp http;
    private final CallServices services;
    private final Instant loaded = Instant.now();
    /// Calls, and one for being the newest.
    private final UseCount users;

    Version(Supply supply, Settings settings) {
        flows = supply.flows();
        environment = supply.environment();
        http = new LiveHttp(HttpServices.of(environment.http().services()), environment.http().policy());
        services = new CallServices(environment, http::exchange,
                Luck.REAL, settings.recordings(), WallClock.REAL, Ticker.REAL);
        users = new UseCount(() -> {
            http.close();
            supply.released().run();
        });
    }

    FlowSet flows() {
        return flows;
    }

    Environment environment() {
        return environment;
    }

    CallServices services() {
        return services;
    }

    Instant loaded() {
        return loaded;
    }

    /// Has a call stay with this version.
    ///
    /// @return false when it is closed already
    boolean enter() {
        return users.enter();
    }

    void leave() {
        users.leave();
    }
}
