package org.ivrea.server.admin;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.ivrea.server.config.ConfigurationFile;
import org.ivrea.server.config.ServerConfiguration;
import org.ivrea.server.host.RunningServer;

/// A whole server on the loopback, and those who may use it.
final class TestServer extends AdminClient {
    /// `METHOD PATH STATUS` of all that was answered, with the paths of the routes.
    static final ConcurrentSkipListSet<String> ANSWERED = new ConcurrentSkipListSet<>();

    final Path folder;
    final StringWriter log = new StringWriter();
    final RunningServer running;

    TestServer(Path folder) {
        this(folder, "");
    }

    /// @param more members of the configuration's `admin`, each with a comma behind it
    TestServer(Path folder, String more) {
        this(folder, more, "");
    }

    /// @param top members of the configuration itself, each with a comma behind it
    TestServer(Path folder, String more, String top) {
        this(folder, more, top, new ServerFiles(folder), new AtomicInteger());
    }

    private TestServer(Path folder, String more, String top, ServerFiles files, AtomicInteger port) {
        super(files, port::get);
        this.folder = folder;
        try {
            ConfigurationFile.Result read = ConfigurationFile.read(files.configure(0, more, top));
            ServerConfiguration configuration = Objects.requireNonNull(read.configuration(), read::message);
            running = new RunningServer(configuration, new PrintWriter(log, true));
            port.set(running.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Sends the beginning of a request, and then nothing more.
    String half(String request) throws IOException {
        return talk(request, true);
    }

    /// Sends what no client would.
    String raw(String request) throws IOException {
        return talk(request, false);
    }
    private String talk(String request, boolean breaksOff) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            if (breaksOff) {
                socket.shutdownOutput();
            }
            byte[] answer = new byte[4_096];
            int length = 0;
            for (int count; (count = socket.getInputStream().read(answer, length, answer.length - length)) > 0;) {
                length += count;
            }
            return new String(answer, 0, length, StandardCharsets.UTF_8);
        }
    }

    @Override
    void note(String method, String path, int status) {
        var parts = List.of(path.replaceAll("\\?.*", "").split("/", -1));
        for (Route route : AdminServer.routes(running.server(), audit())) {
            if (route.method().equals(method) && route.match(parts) != null) {
                ANSWERED.add(method + " " + route.path() + " " + status);
                return;
            }
        }
    }

    /// All that the routes document: `METHOD PATH STATUS`.
    TreeSet<String> documented() {
        var documented = new TreeSet<String>();
        for (Route route : AdminServer.routes(running.server(), audit())) {
            route.outcomes().keySet()
                    .forEach(status -> documented.add(route.method() + " " + route.path() + " " + status));
        }
        return documented;
    }

    Audit audit() {
        return new Audit(folder.resolve("audit.jsonl"), InstantSource.system(), _ -> {});
    }

    @Override
    public void close() {
        running.close();
        super.close();
    }
}
