package org.ivrea.engine.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A server on the loopback interface that says exactly what a test wants said, byte for byte.
final class RawServer implements AutoCloseable {

    /// A request as it came in.
    record Request(String head, String body) {
        String line() {
            return head.lines().findFirst().orElse("");
        }
    }

    /// Answers one request. A thrown [IOException] or a closed stream ends the connection.
    @FunctionalInterface
    interface Answer {
        void write(Request request, OutputStream out) throws IOException;
    }

    private final ServerSocket listener;
    private final Answer answer;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final CountDownLatch connectionLost = new CountDownLatch(1);

    RawServer(Answer answer) {
        this(answer, plain());
    }

    RawServer(Answer answer, ServerSocket listener) {
        this.answer = answer;
        this.listener = listener;
        Thread.startVirtualThread(this::accept);
    }

    /// Answers each request with the next of these replies, and with the last one from then on.
    static RawServer replying(String... replies) {
        var left = new ConcurrentLinkedQueue<>(List.of(replies));
        return new RawServer((_, out) -> {
            String reply = left.size() > 1 ? left.remove() : left.element();
            out.write(reply.getBytes(StandardCharsets.UTF_8));
        });
    }

    static String reply(String statusLine, String body, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return "HTTP/1.1 " + statusLine + "\r\n" + more + "Content-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    int port() {
        return listener.getLocalPort();
    }

    URI uri(String host) {
        return URI.create("http://" + host + ":" + port());
    }

    List<Request> requests() {
        return requests;
    }

    int connections() {
        return sockets.size();
    }

    /// Waits until a client has broken a connection.
    boolean connectionIsLost() throws InterruptedException {
        return connectionLost.await(30, TimeUnit.SECONDS);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                sockets.add(socket);
                Thread.startVirtualThread(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Request request = read(socket.getInputStream());
            while (request != null) {
                requests.add(request);
                answer.write(request, socket.getOutputStream());
                socket.getOutputStream().flush();
                request = read(socket.getInputStream());
            }
        } catch (IOException e) {
            // The client has gone, or the answer wants the connection to end.
        } finally {
            connectionLost.countDown();
        }
    }

    private static @Nullable Request read(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.append((char) next);
        }
        int length = head.toString().lines().filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip())).findFirst().orElse(0);
        return new Request(head.toString(), new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static ServerSocket plain() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (SocketException e) {
                // It was closed before.
            }
        }
    }
}
