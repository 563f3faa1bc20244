package org.ivrea.server.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.SortedSet;
import org.ivrea.engine.run.Limits;
import org.ivrea.freeswitch.extension.Control;
import org.ivrea.freeswitch.extension.Supply;
import org.ivrea.freeswitch.flows.ProjectLoader;
import org.ivrea.server.config.ServerConfiguration;
import org.jspecify.annotations.Nullable;

/// A server without a switch.
public final class StandAlone implements Control, AutoCloseable {
    private final PrintWriter log;
    private final IvreaServer server;
    private @Nullable Supply supply;

    /// @param log gets a line for what happens
    /// @throws IOException with a message for people when the server cannot begin
    public StandAlone(ServerConfiguration configuration, PrintWriter log) throws IOException {
        this.log = log;
        var loader = new ProjectLoader(Limits.DEFAULT);
        loader.warmUp();
        server = new IvreaServer(configuration, loader, this);
        String problem = reload();
        if (problem != null) {
            server.close();
            throw new IOException(problem);
        }
    }

    public IvreaServer server() {
        return server;
    }

    @Override
    public synchronized @Nullable String reload() {
        Supply before = supply;
        try {
            supply = server.load();
        } catch (IOException e) {
            return e.getMessage();
        }
        if (before != null) {
            before.released().run();
        }
        return null;
    }

    @Override
    public void log(Level level, String text) {
        synchronized (log) {
            log.println(level == Level.INFO ? text : level + ": " + text);
            log.flush();
        }
    }

    /// Without a switch there are none to know.
    @Override
    public @Nullable SortedSet<String> modules() {
        return null;
    }

    @Override
    public void close() {
        server.close();
    }
}
