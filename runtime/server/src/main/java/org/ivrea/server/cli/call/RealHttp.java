package org.ivrea.server.cli.call;

import java.util.Map;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.http.HostPolicy;
import org.ivrea.engine.http.HttpService;
import org.ivrea.engine.http.HttpServices;
import org.ivrea.engine.http.LiveHttp;
import org.ivrea.engine.simulation.HttpPort;

/// Makes the requests of a simulated call for real.
public final class RealHttp implements HttpPort, AutoCloseable {
    private final LiveHttp http;

    /// @param services by name
    RealHttp(Map<String, HttpService> services, HostPolicy policy) {
        http = new LiveHttp(HttpServices.of(services), policy);
    }

    @Override
    public Operation.HttpOutcome exchange(Operation.HttpExchange request) {
        return http.exchange(request);
    }

    @Override
    public void close() {
        http.close();
    }
}
