package org.ivrea.freeswitch.real;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The switch's own remote control, for what tests do from the side.
public final class EventSocket implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;

    public EventSocket(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(60_000);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        headers();
        send("auth ClueCon");
    }

    /// What an API command answers.
    public String api(String command) {
        try {
            write("api " + command);
            while (true) {
                Map<String, String> headers = headers();
                String body = body(headers);
                if ("api/response".equals(headers.get("Content-Type"))) {
                    return body;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// From now on events come in.
    void subscribe(String names) {
        send("event plain " + names);
    }

    /// The next event's headers, decoded.
    Map<String, String> event() {
        try {
            while (true) {
                Map<String, String> headers = headers();
                String body = body(headers);
                if ("text/event-plain".equals(headers.get("Content-Type"))) {
                    return decoded(body);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> decoded(String body) {
        Map<String, String> event = new LinkedHashMap<>();
        for (String line : body.split("\n")) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                event.put(line.substring(0, colon), URLDecoder.decode(line.substring(colon + 2), UTF_8));
            }
        }
        return event;
    }

    private void send(String line) {
        try {
            write(line);
            while (!"command/reply".equals(headers().get("Content-Type"))) {
                // An event came in between.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String line) throws IOException {
        socket.getOutputStream().write((line + "\n\n").getBytes(UTF_8));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        String line;
        while ((line = in.readLine()) != null && !line.isEmpty()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        if (line == null && headers.isEmpty()) {
            throw new IOException("the switch has closed its event socket");
        }
        return headers;
    }

    private String body(Map<String, String> headers) throws IOException {
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        // The length counts bytes; what tests ask for is ASCII but for names, which are counted here.
        var text = new StringBuilder();
        int bytes = 0;
        while (bytes < length) {
            int read = in.read();
            if (read < 0) {
                throw new IOException("the switch has closed its event socket");
            }
            text.append((char) read);
            bytes += String.valueOf((char) read).getBytes(UTF_8).length;
        }
        return text.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException _) {
            // It was closed.
        }
    }
}
