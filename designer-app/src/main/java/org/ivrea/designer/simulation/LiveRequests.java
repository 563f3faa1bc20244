package org.ivrea.designer.simulation;

import java.util.concurrent.CompletableFuture;
import org.ivrea.engine.call.Operation.HttpExchange;
import org.ivrea.engine.call.Operation.HttpOutcome;
import org.ivrea.engine.http.HttpEnvironment;
import org.ivrea.engine.http.HttpServices;
import org.ivrea.engine.http.LiveHttp;
import org.jspecify.annotations.Nullable;

/// Makes requests for real, to the services that the person allows.
final class LiveRequests implements AutoCloseable {
    private @Nullable HttpEnvironment environment;
    private @Nullable LiveHttp http;

    synchronized CompletableFuture<HttpOutcome> send(HttpEnvironment allowed, HttpExchange request) {
        LiveHttp open = http;
        if (open == null || !allowed.equals(environment)) {
            close();
            open = new LiveHttp(HttpServices.of(allowed.services()), allowed.policy());
            http = open;
            environment = allowed;
        }
        return open.send(request);
    }

    @Override
    public synchronized void close() {
        if (http != null) {
            http.close();
            http = null;
        }
    }
}
