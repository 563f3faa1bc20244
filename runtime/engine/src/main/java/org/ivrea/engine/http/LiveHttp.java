package org.ivrea.engine.http;

import java.security.NoSuchAlgorithmException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.ivrea.engine.call.Operation.HttpExchange;
import org.ivrea.engine.call.Operation.HttpOutcome;

/// Makes the requests of flows for real. One for a server; may be used by many threads at once.
public final class LiveHttp implements AutoCloseable {
    private final SystemResolver names = new SystemResolver();
    private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("ivrea-http-deadlines").factory());
    private final ConcurrentMap<Thread, CompletableFuture<HttpOutcome>> underWay = new ConcurrentHashMap<>();
    private final World world;

    /// What all requests share.
    record World(HttpServices services, HostPolicy policy, HostResolver resolver, Wire wire, Backoff backoff) {}

    /// Trusts the certificate authorities of the Java runtime.
    public LiveHttp(HttpServices services, HostPolicy policy) {
        deadlines.setRemoveOnCancelPolicy(true);
        world = new World(services, policy, names, new Wire(systemTls()), Backoff.DEFAULT);
    }

    LiveHttp(HttpServices services, HostPolicy policy, HostResolver resolver, SSLContext tls, Backoff backoff) {
        deadlines.setRemoveOnCancelPolicy(true);
        world = new World(services, policy, resolver, new Wire(tls), backoff);
    }

    /// Starts a request. Its outcome is there at the latest after [HttpExchange#timeoutMs()], which covers everything:
    /// names, connections, redirects, further attempts and the pauses between them, and the last byte of the reply.
    ///
    /// @return completes exceptionally only when cancelled or when this program is at fault. Cancelling it (the caller
    ///         has gone) gives the request up at once.
    public CompletableFuture<HttpOutcome> send(HttpExchange request) {
        var outcome = new CompletableFuture<HttpOutcome>();
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(request.timeoutMs());
        var worker = Thread.ofVirtual().name("ivrea-http").unstarted(
                new Exchange(request, world, outcome, deadline));
        var alarm = deadlines.schedule(() -> outcome.complete(new HttpOutcome.TimedOut("the service "
                + request.service() + " did not send its whole reply within " + request.timeoutMs() + " ms")),
                request.timeoutMs(), TimeUnit.MILLISECONDS);
        underWay.put(worker, outcome);
        var _ = outcome.whenComplete((_, _) -> {
            underWay.remove(worker);
            alarm.cancel(false);
            if (Thread.currentThread() != worker) {
                worker.interrupt();
            }
        });
        worker.start();
        return outcome;
    }

    /// The same, waited for. Interrupting the thread gives the request up at once.
    public HttpOutcome exchange(HttpExchange request) {
        CompletableFuture<HttpOutcome> outcome = send(request);
        try {
            return outcome.get();
        } catch (InterruptedException _) {
            outcome.cancel(true);
            Thread.currentThread().interrupt();
            return new HttpOutcome.Failed("the request was given up");
        } catch (CancellationException _) {
            return new HttpOutcome.Failed("the request was given up");
        } catch (ExecutionException e) {
            return new HttpOutcome.Failed("the request failed: " + e.getCause());
        }
    }

    /// Gives up the requests under way, as if each were cancelled. None can be started afterwards.
    @Override
    public void close() {
        deadlines.shutdownNow();
        underWay.values().forEach(outcome -> outcome.cancel(false));
        names.close();
        world.wire().close();
    }

    private static SSLContext systemTls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the Java runtime has no TLS; use a complete one", e);
        }
    }
}
