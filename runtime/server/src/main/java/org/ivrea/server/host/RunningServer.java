package org.ivrea.server.host;

import java.io.IOException;
import java.io.PrintWriter;
import org.ivrea.server.admin.AdminServer;
import org.ivrea.server.config.ServerConfiguration;
import org.ivrea.server.config.ServerConfiguration.Admin;
import org.ivrea.server.run.IvreaServer;
import org.ivrea.server.run.StandAlone;
import org.jspecify.annotations.Nullable;

/// A server by itself, with its admin interface.
public final class RunningServer implements AutoCloseable {
    private final StandAlone standAlone;
    private final @Nullable AdminServer admin;

    /// @param log gets a line for what happens
    /// @throws IOException with a message for people when the server cannot begin
    public RunningServer(ServerConfiguration configuration, PrintWriter log) throws IOException {
        standAlone = new StandAlone(configuration, log);
        Admin settings = configuration.admin();
        try {
            admin = settings == null ? null : new AdminServer(standAlone.server(), settings);
        } catch (IOException e) {
            standAlone.close();
            throw e;
        }
    }

    public IvreaServer server() {
        return standAlone.server();
    }

    /// Of the admin interface; -1 where there is none.
    public int port() {
        return admin == null ? -1 : admin.port();
    }

    /// Requests in progress are answered, journeys that wait are written.
    @Override
    public void close() {
        if (admin != null) {
            admin.close();
        }
        standAlone.close();
    }
}
