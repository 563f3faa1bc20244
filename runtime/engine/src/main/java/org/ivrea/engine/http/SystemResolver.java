package org.ivrea.engine.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Asks the operating system. A lookup blocks its thread inside the C library, where it can be neither interrupted nor
/// unmounted; it therefore runs on a few threads of its own, one lookup per name at a time, so that a name server that
/// hangs holds up the requests to its names only, and not the calls of the whole server.
final class SystemResolver implements HostResolver, AutoCloseable {
    private static final int THREADS = 16;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS,
            Thread.ofPlatform().daemon().name("ivrea-http-names-", 0).factory());
    private final ConcurrentMap<String, CompletableFuture<List<InetAddress>>> lookups = new ConcurrentHashMap<>();

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException, InterruptedException {
        try {
            return lookups.computeIfAbsent(host, this::lookUp).get();
        } catch (ExecutionException e) {
            throw new UnknownHostException(host);
        }
    }

    private CompletableFuture<List<InetAddress>> lookUp(String host) {
        var lookup = new CompletableFuture<List<InetAddress>>();
        threads.execute(() -> {
            try {
                lookup.complete(List.of(InetAddress.getAllByName(host)));
            } catch (UnknownHostException e) {
                lookup.completeExceptionally(e);
            } finally {
                lookups.remove(host, lookup);
            }
        });
        return lookup;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
