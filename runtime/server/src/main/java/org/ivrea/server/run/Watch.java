package org.ivrea.server.run;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ivrea.deploy.store.StoreFailure;
import org.ivrea.freeswitch.extension.Control.Level;
import org.ivrea.server.config.ServerConfiguration.Incoming;

/// Sees what others change: another process that activates, the environment file, packages in the incoming folder.
final class Watch implements AutoCloseable {
    private static final long PAUSE_MS = 250;
    /// What need not be at once. The switch may load modules after this one.
    private static final int LOOKS_TO_TIDY = 20;

    private final IvreaServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private long environment;
    private String said = "";
    private int looks;
    private List<String> warned = List.of();

    Watch(IvreaServer server) {
        this.server = server;
        thread = Thread.ofPlatform().name("ivrea-watch").daemon().unstarted(this::run);
    }

    /// Begins, when it has not begun yet.
    synchronized void begin() {
        if (thread.getState() == Thread.State.NEW) {
            try {
                environment = IvreaServer.stamp(server.configuration().environment());
            } catch (IOException _) {
                environment = 0;
            }
            thread.start();
        }
    }

    private void run() {
        try {
            while (!closed.await(PAUSE_MS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            takeIncoming();
            long stamp = IvreaServer.stamp(server.configuration().environment());
            boolean changed = stamp != environment;
            if (changed || server.store().state().generation() != server.generation()) {
                environment = stamp;
                server.reload();
            }
            said = "";
            if (++looks % LOOKS_TO_TIDY == 0) {
                warn();
                server.tidyMetrics();
            }
        } catch (StoreFailure | IOException | RuntimeException e) {
            complain(String.valueOf(e.getMessage()));
        }
    }

    /// Each change once.
    private void warn() {
        List<String> warnings = server.warnings();
        if (!warnings.equals(warned)) {
            warnings.forEach(warning -> server.log(Level.WARNING, warning));
            if (warnings.isEmpty()) {
                server.log(Level.INFO, "The switch has loaded all modules that the flows need");
            }
            warned = warnings;
        }
    }

    private void takeIncoming() throws StoreFailure {
        Incoming incoming = server.configuration().incoming();
        if (incoming != Incoming.OFF) {
            server.store().takeIncoming(incoming == Incoming.ACTIVATE)
                    .forEach(what -> server.log(Level.INFO, "incoming/" + what));
        }
    }

    /// Once, however long it lasts.
    private void complain(String what) {
        if (!what.equals(said)) {
            said = what;
            server.log(Level.ERROR, what);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            if (thread.getState() != Thread.State.NEW) {
                thread.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
