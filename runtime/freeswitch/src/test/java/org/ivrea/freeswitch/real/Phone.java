package org.ivrea.freeswitch.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A SIP telephone on the loopback: places calls, and takes them as it is told.
public final class Phone implements AutoCloseable {
    private static final int BUFFER = 4 * 1024 * 1024;
    private static final long PATIENCE_MS = 60_000;

    private final DatagramSocket socket;
    private final Map<String, PhoneCall> calls = new ConcurrentHashMap<>();
    private final Set<PhoneCall> all = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<PhoneCall> incoming = new LinkedBlockingQueue<>();
    private final long patienceMs;
    private volatile Consumer<PhoneCall> behaviour = PhoneCall::ring;

    public Phone() {
        this(PATIENCE_MS);
    }

    /// @param patienceMs how long it waits for what is to happen
    Phone(long patienceMs) {
        this.patienceMs = patienceMs;
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            // Many calls at once must not lose messages: this telephone sends nothing twice.
            socket.setReceiveBufferSize(BUFFER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::receive);
    }

    int port() {
        return socket.getLocalPort();
    }

    long patienceMs() {
        return patienceMs;
    }

    /// How the switch dials this telephone.
    public String dialString() {
        return "sofia/ivrea/sip:phone@127.0.0.1:" + port();
    }

    /// What it does with calls that come in.
    public void when(Consumer<PhoneCall> called) {
        behaviour = called;
    }

    /// The next call that came in.
    BlockingQueue<PhoneCall> incoming() {
        return incoming;
    }

    public PhoneCall call(String extension, int switchPort) {
        var call = new PhoneCall(this, extension, switchPort);
        calls.put(call.id(), call);
        all.add(call);
        call.invite();
        return call;
    }

    /// A call that is over.
    public void forget(PhoneCall call) {
        calls.remove(call.id());
        all.remove(call);
    }

    void send(String text, int port) {
        byte[] bytes = text.getBytes(UTF_8);
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
        } catch (IOException _) {
            // The switch is gone.
        }
    }

    private void receive() {
        byte[] buffer = new byte[65_536];
        while (!socket.isClosed()) {
            var packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
            } catch (IOException _) {
                return;
            }
            received(SipMessage.parse(new String(buffer, 0, packet.getLength(), UTF_8)), packet.getPort());
        }
    }

    private void received(SipMessage message, int port) {
        String id = message.header("call-id");
        if (id.isEmpty()) {
            // What keeps ways through routers open.
            return;
        }
        PhoneCall call = calls.get(id);
        if (call == null && !message.isResponse() && message.method().equals("INVITE")) {
            call = new PhoneCall(this, message, port);
            calls.put(id, call);
            all.add(call);
            incoming.add(call);
            behaviour.accept(call);
        } else if (call != null) {
            call.received(message);
        }
    }

    @Override
    public void close() {
        all.forEach(PhoneCall::close);
        socket.close();
    }
}
