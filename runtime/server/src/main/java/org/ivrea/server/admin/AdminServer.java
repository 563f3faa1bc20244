package org.ivrea.server.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.ivrea.freeswitch.extension.Control.Level;
import org.ivrea.server.config.ServerConfiguration.Admin;
import org.ivrea.server.config.ServerConfiguration.Tls;
import org.ivrea.server.run.IvreaServer;
import org.ivrea.server.token.Tokens;
import org.jspecify.annotations.Nullable;

/// The admin interface, listening.
public final class AdminServer implements AutoCloseable {
    private static final long IDLE_MS = 30_000;
    private static final long STOP_MS = 5_000;
    /// Enough for everybody who works with it, and too few to take the files that calls need.
    private static final int CONNECTIONS = 500;

    private final IvreaServer ivrea;
    private final Admin settings;
    private final Server jetty;
    private final ServerConnector connector;
    private final SslContextFactory.@Nullable Server tls;
    private volatile long certificateStamp;
    private final @Nullable Thread certificateWatch;

    /// @throws IOException with a message for people when it cannot listen
    public AdminServer(IvreaServer ivrea, Admin settings) throws IOException {
        this.ivrea = ivrea;
        this.settings = settings;
        jetty = new Server(threads());
        jetty.setStopTimeout(STOP_MS);
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        Tls files = settings.tls();
        tls = files == null ? null : new SslContextFactory.Server();
        if (tls == null || files == null) {
            connector = new ServerConnector(jetty, new HttpConnectionFactory(http));
        } else {
            // Certificates are for people's names of the server; which one a client used does not matter.
            http.addCustomizer(new SecureRequestCustomizer(false));
            loadCertificate(files, tls);
            tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
            connector = new ServerConnector(jetty, new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString()),
                    new HttpConnectionFactory(http));
        }
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MS);
        jetty.addConnector(connector);
        jetty.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
        var audit = new Audit(settings.audit(), InstantSource.system(), text -> ivrea.log(Level.ERROR, text));
        jetty.setHandler(new GracefulHandler(new AdminHandler(routes(ivrea, audit),
                new Gate(new Tokens(settings.tokens()), settings.requestsPerMinute(),
                        settings.failuresPerMinute()),
                audit, ivrea, settings.minBytesPerSecond())));
        certificateWatch = tls == null ? null : Thread.ofVirtual().name("ivrea-certificate").unstarted(this::watch);
        start();
    }

    private static QueuedThreadPool threads() {
        var threads = new QueuedThreadPool(16, 2);
        threads.setName("ivrea-admin");
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(new VirtualThreadPool(200));
        return threads;
    }

    /// All that can be asked for.
    static List<Route> routes(IvreaServer ivrea, Audit audit) {
        List<Route> routes = new ArrayList<>();
        routes.addAll(new ServerRoutes(ivrea, audit).routes());
        routes.addAll(new PackageRoutes(ivrea).routes());
        routes.addAll(new ActivationRoutes(ivrea).routes());
        routes.addAll(new JourneyRoutes(ivrea).routes());
        routes.add(Route.get("/openapi.json", null, "This document", "OpenApi",
                _ -> Reply.json(OpenApi.document(routes))));
        return routes;
    }

    private void start() throws IOException {
        try {
            jetty.start();
            if (certificateWatch != null) {
                certificateWatch.start();
            }
        } catch (Exception e) {
            close();
            throw new IOException("The admin interface cannot listen on " + settings.host() + ":" + settings.port()
                    + ": " + e.getMessage() + "; choose another \"listen\"", e);
        }
    }

    /// The port that it listens on.
    public int port() {
        return connector.getLocalPort();
    }

    private void loadCertificate(Tls files, SslContextFactory.Server factory) throws IOException {
        certificateStamp = stamp(files);
        Pem pem = Pem.read(files);
        factory.setKeyStore(pem.keys());
        factory.setKeyStorePassword(Pem.PASSWORD);
        factory.setKeyManagerPassword(Pem.PASSWORD);
        Instant expiry = Instant.ofEpochMilli(pem.expiry());
        if (expiry.isBefore(Instant.now())) {
            ivrea.log(Level.ERROR, "The certificate " + files.certificate() + " expired on " + expiry
                    + ": clients refuse it. Put a new one there; it is taken without a restart");
        }
    }

    private static long stamp(Tls files) throws IOException {
        return 31 * Files.getLastModifiedTime(files.certificate()).toMillis()
                + Files.getLastModifiedTime(files.key()).toMillis();
    }

    private void watch() {
        Tls files = settings.tls();
        while (files != null && tls != null && !Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(1_000);
                if (stamp(files) != certificateStamp) {
                    tls.reload(factory -> {
                        try {
                            loadCertificate(files, (SslContextFactory.Server) factory);
                        } catch (IOException e) {
                            throw new IllegalStateException(e.getMessage(), e);
                        }
                    });
                    ivrea.log(Level.INFO, "The certificate " + files.certificate() + " was read anew");
                }
            } catch (InterruptedException _) {
                return;
            } catch (Exception e) {
                ivrea.log(Level.ERROR, "The new certificate is not taken, the old one stays: " + e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        if (certificateWatch != null) {
            certificateWatch.interrupt();
        }
        try {
            jetty.stop();
        } catch (Exception e) {
            ivrea.log(Level.WARNING, "The admin interface did not stop cleanly: " + e.getMessage());
        }
    }
}
