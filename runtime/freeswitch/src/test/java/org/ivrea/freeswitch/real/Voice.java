package org.ivrea.freeswitch.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A telephone's voice: sends and receives RTP with µ-law audio and RFC 4733 keys, a packet every 20 ms.
final class Voice implements AutoCloseable {
    /// A packet of audio that came in.
    record Packet(long nanos, long timestamp, byte[] payload) {}

    /// A key that came in.
    private record Key(long timestamp, char key) {}

    static final int FRAME = 160;
    private static final int EVENTS = 101;
    private static final String KEYS = "0123456789*#ABCD";
    private static final int KEY_FRAMES = 4;
    private static final int PAUSE_FRAMES = 3;
    private static final ScheduledExecutorService CLOCK = Executors.newScheduledThreadPool(1, task -> {
        var thread = new Thread(task, "telephones");
        thread.setDaemon(true);
        return thread;
    });

    /// Of all telephones of this process.
    static final Punctuality PUNCTUALITY = new Punctuality();

    private final DatagramSocket socket;
    private final Queue<byte[]> said = new ArrayDeque<>();
    private final List<Packet> heard = new ArrayList<>();
    private final List<Key> keys = new ArrayList<>();
    private @Nullable InetSocketAddress other;
    private @Nullable ScheduledFuture<?> sending;
    private int sequence = 1;
    private long timestamp = FRAME;
    private String pressing = "";
    private int keyFrame;
    private long keyTimestamp;
    private final List<Long> keysEnded = new ArrayList<>();
    private boolean mute;
    private long due;

    Voice() {
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::receive);
    }

    int port() {
        return socket.getLocalPort();
    }

    /// @param to `null` for no change
    synchronized void connect(@Nullable InetSocketAddress to) {
        if (to == null) {
            return;
        }
        other = to;
        if (sending == null) {
            due = System.nanoTime();
            sending = CLOCK.scheduleAtFixedRate(this::send, 0, Punctuality.FRAME_NANOS, TimeUnit.NANOSECONDS);
        }
    }

    /// Presses keys, one after the other.
    synchronized void press(String more) {
        pressing += more;
        notifyAll();
    }

    /// Says a tone.
    synchronized void say(int hertz, int ms) {
        for (int at = 0; at < ms * 8; at += FRAME) {
            byte[] frame = new byte[FRAME];
            for (int i = 0; i < FRAME; i++) {
                frame[i] = Heard.encode((int) (8_000 * Math.sin(2 * Math.PI * hertz * (at + i) / 8_000)));
            }
            said.add(frame);
        }
    }

    /// Says nothing for a while.
    synchronized void pause(int ms) {
        for (int at = 0; at < ms * 8; at += FRAME) {
            byte[] frame = new byte[FRAME];
            Arrays.fill(frame, (byte) 0xFF);
            said.add(frame);
        }
    }

    /// Says two tones at once, as keys of old telephones do.
    synchronized void sayKey(int low, int high, int ms) {
        for (int at = 0; at < ms * 8; at += FRAME) {
            byte[] frame = new byte[FRAME];
            for (int i = 0; i < FRAME; i++) {
                double turn = 2 * Math.PI * (at + i) / 8_000;
                frame[i] = Heard.encode((int) (6_000 * (Math.sin(low * turn) + Math.sin(high * turn))));
            }
            said.add(frame);
        }
    }

    /// Sends nothing at all from now on.
    synchronized void mute() {
        mute = true;
    }

    private synchronized void send() {
        InetSocketAddress to = other;
        PUNCTUALITY.sent(System.nanoTime() - due);
        due += Punctuality.FRAME_NANOS;
        if (to == null || socket.isClosed() || mute) {
            return;
        }
        timestamp += FRAME;
        if (pressing.isEmpty()) {
            byte[] frame = said.poll();
            if (frame == null) {
                frame = new byte[FRAME];
                Arrays.fill(frame, (byte) 0xFF);
            }
            send(to, 0, timestamp, false, frame);
            return;
        }
        if (keyFrame < KEY_FRAMES) {
            keyTimestamp = keyFrame == 0 ? timestamp : keyTimestamp;
            send(to, EVENTS, keyTimestamp, keyFrame == 0, event(false, (keyFrame + 1) * FRAME));
        } else if (keyFrame == KEY_FRAMES) {
            for (int i = 0; i < 3; i++) {
                send(to, EVENTS, keyTimestamp, false, event(true, KEY_FRAMES * FRAME));
            }
            keysEnded.add(System.nanoTime());
        }
        keyFrame++;
        if (keyFrame > KEY_FRAMES + PAUSE_FRAMES) {
            keyFrame = 0;
            pressing = pressing.substring(1);
            notifyAll();
        }
    }

    private byte[] event(boolean end, int duration) {
        return ByteBuffer.allocate(4).put((byte) KEYS.indexOf(pressing.charAt(0))).put((byte) (end ? 0x8A : 0x0A))
                .putShort((short) duration).array();
    }

    private void send(InetSocketAddress to, int type, long at, boolean marker, byte[] payload) {
        byte[] packet = ByteBuffer.allocate(12 + payload.length).put((byte) 0x80)
                .put((byte) (marker ? 0x80 | type : type)).putShort((short) sequence++).putInt((int) at).putInt(4711)
                .put(payload).array();
        try {
            socket.send(new DatagramPacket(packet, packet.length, to));
        } catch (IOException _) {
            // The other side is gone.
        }
    }

    private void receive() {
        byte[] buffer = new byte[2_048];
        while (!socket.isClosed()) {
            var packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
            } catch (IOException _) {
                return;
            }
            if (packet.getLength() >= 12) {
                received(ByteBuffer.wrap(buffer, 0, packet.getLength()), System.nanoTime());
            }
        }
    }

    private synchronized void received(ByteBuffer packet, long nanos) {
        int type = packet.get(1) & 0x7F;
        long at = packet.getInt(4) & 0xFFFF_FFFFL;
        if (type == 0) {
            byte[] payload = new byte[packet.limit() - 12];
            packet.get(12, payload);
            heard.add(new Packet(nanos, at, payload));
        } else if (type == EVENTS) {
            char key = KEYS.charAt(packet.get(12) & 0x0F);
            if (keys.stream().noneMatch(known -> known.timestamp == at)) {
                keys.add(new Key(at, key));
            }
        }
        notifyAll();
    }

    /// What was heard up to now.
    synchronized List<Packet> packets() {
        return List.copyOf(heard);
    }

    /// @param from how many of them are known already
    synchronized List<Packet> packets(int from) {
        return List.copyOf(heard.subList(from, heard.size()));
    }

    synchronized boolean hearsNow(int hertz) {
        return !heard.isEmpty() && Heard.is(heard.getLast().payload(), hertz);
    }

    synchronized List<Heard.Tone> tones() {
        return Heard.tones(heard.stream().map(Packet::payload).toList());
    }

    /// The keys that the other side has pressed.
    synchronized String keys() {
        var text = new StringBuilder();
        keys.forEach(key -> text.append(key.key));
        return text.toString();
    }

    /// When each key was let go.
    synchronized List<Long> keysEnded() {
        return List.copyOf(keysEnded);
    }

    /// Waits until something that was received makes it true.
    synchronized boolean await(java.util.function.BooleanSupplier condition, long ms) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ms);
        while (!condition.getAsBoolean()) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    @Override
    public synchronized void close() {
        if (sending != null) {
            sending.cancel(false);
        }
        socket.close();
    }
}
