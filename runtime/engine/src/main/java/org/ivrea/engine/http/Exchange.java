package org.ivrea.engine.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.ivrea.engine.call.Operation.HttpExchange;
import org.ivrea.engine.call.Operation.HttpOutcome;

/// One request of a flow: its attempts, and the redirects of each. Runs on a virtual thread of its own. Once its
/// outcome is known from elsewhere (deadline, hang-up) it is interrupted, and whatever it meets then no longer counts.
final class Exchange implements Runnable {
    private static final System.Logger LOG = System.getLogger(Exchange.class.getName());
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");
    private static final Set<Integer> TRY_AGAIN = Set.of(502, 503, 504);
    private static final int MAX_REDIRECTS = 3;

    private final HttpExchange request;
    private final LiveHttp.World world;
    private final CompletableFuture<HttpOutcome> outcome;
    private final long deadline;

    /// @param deadline as of [System#nanoTime()]
    Exchange(HttpExchange request, LiveHttp.World world, CompletableFuture<HttpOutcome> outcome, long deadline) {
        this.request = request;
        this.world = world;
        this.outcome = outcome;
        this.deadline = deadline;
    }

    @Override
    public void run() {
        try {
            outcome.complete(attempts());
        } catch (HttpRefused e) {
            outcome.complete(new HttpOutcome.Failed(e.getMessage()));
        } catch (InterruptedException e) {
            outcome.cancel(false);
        } catch (RuntimeException | Error e) {
            outcome.completeExceptionally(e);
        }
    }

    private HttpOutcome attempts() throws HttpRefused, InterruptedException {
        HttpService service = world.services().find(request.service());
        if (service == null) {
            throw new HttpRefused("no service is named " + request.service()
                    + " on this server; ask the operator to bind that name to an address");
        }
        Hop first = new FirstHop(request, service, world.policy()).hop();
        boolean idempotent = IDEMPOTENT.contains(request.method());
        for (int attempt = 0;; attempt++) {
            HttpOutcome last;
            boolean mayRepeat;
            try {
                WireReply reply = follow(first, service);
                last = new HttpOutcome.Reply(reply.status(), reply.contentType(),
                        reply.body());
                mayRepeat = idempotent && TRY_AGAIN.contains(reply.status());
            } catch (NetworkFault fault) {
                LOG.log(System.Logger.Level.DEBUG, "attempt {0}: {1}", attempt + 1, fault.getMessage());
                last = fault.outcome();
                mayRepeat = idempotent || !fault.sent();
            }
            if (!mayRepeat || attempt >= request.retries() || !pause(attempt)) {
                return last;
            }
        }
    }

    /// @return false when there is no time left for another attempt
    private boolean pause(int attempt) throws InterruptedException {
        long ms = world.backoff().pauseMs(attempt, ThreadLocalRandom.current());
        if (ms >= remainingMs()) {
            return false;
        }
        Thread.sleep(ms);
        return true;
    }

    private WireReply follow(Hop first, HttpService service)
            throws HttpRefused, NetworkFault, InterruptedException {
        Hop hop = first;
        for (int redirects = 0;; redirects++) {
            // What the operator says of the service holds for its own origin, not for where it redirects to.
            boolean own = hop.endpoint().equals(first.endpoint());
            WireReply reply = send(hop, own && service.allowPrivate(), redirects > 0);
            Hop next = hop.after(reply, request.service(), world.policy());
            if (next == null) {
                return reply;
            }
            if (redirects == MAX_REDIRECTS) {
                throw new HttpRefused("the service " + request.service() + " redirects more than " + MAX_REDIRECTS
                        + " times; tell its operator");
            }
            hop = next;
        }
    }

    /// Tries the host's addresses in turn, as long as the request has not left.
    private WireReply send(Hop hop, boolean allowPrivate, boolean redirected)
            throws HttpRefused, NetworkFault, InterruptedException {
        NetworkFault last = null;
        for (InetAddress address : addresses(hop, allowPrivate, redirected)) {
            if (outcome.isDone()) {
                throw new InterruptedException();
            }
            try {
                return world.wire().send(hop, address, request.maxResponseBytes(), Math.max(1, remainingMs()));
            } catch (NetworkFault fault) {
                last = fault.after(redirected);
                if (last.sent()) {
                    break;
                }
            }
        }
        throw last == null ? notFound(hop, redirected) : last;
    }

    /// All of them pass the policy, or the request is refused: a name with one forbidden address among its addresses is
    /// no name to trust.
    private List<InetAddress> addresses(Hop hop, boolean allowPrivate, boolean redirected)
            throws HttpRefused, NetworkFault, InterruptedException {
        HostName host = hop.endpoint().host();
        InetAddress literal = host.literal();
        List<InetAddress> addresses;
        try {
            addresses = literal == null ? world.resolver().resolve(host.text()) : List.of(literal);
        } catch (UnknownHostException e) {
            throw notFound(hop, redirected);
        }
        for (InetAddress address : addresses) {
            LOG.log(System.Logger.Level.DEBUG, "{0}: {1} is {2}", hop.subject(), host.text(), address);
            world.policy().check(hop.subject(), address, allowPrivate);
        }
        return addresses;
    }

    private static NetworkFault notFound(Hop hop, boolean redirected) {
        return new NetworkFault(hop.subject() + " has a host name without an address; check the name and the name"
                + " server", redirected, false);
    }

    private long remainingMs() {
        return TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    }
}
