package org.ivrea.designer.audio;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.spi.MixerProvider;
import org.jspecify.annotations.Nullable;

/// A device for sound that keeps what is played. Java finds it as it finds real ones; there is none unless a test plugs
/// one in.
public final class FakeDevice extends MixerProvider {
    private static final Mixer.Info INFO = new Mixer.Info("Fake", "Ivrea", "A device for tests", "1") {
    };
    private static volatile @Nullable FakeDevice plugged;

    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final Semaphore room = new Semaphore(Integer.MAX_VALUE);
    private boolean busy;

    /// A device that plays as fast as it is written to.
    static FakeDevice plug() {
        var device = new FakeDevice();
        plugged = device;
        return device;
    }

    static void unplug() {
        plugged = null;
    }

    /// Another program holds it.
    FakeDevice busy() {
        busy = true;
        return this;
    }

    /// Takes no more than so many writes until it is told to go on.
    FakeDevice takingAtFirst(int writes) {
        room.drainPermits();
        room.release(writes);
        return this;
    }

    void goOn() {
        room.release(1_000_000);
    }

    synchronized byte[] heard() {
        return heard.toByteArray();
    }

    List<String> events() {
        return List.copyOf(events);
    }

    @Override
    public Mixer.Info[] getMixerInfo() {
        return plugged == null ? new Mixer.Info[0] : new Mixer.Info[] {INFO};
    }

    @Override
    public Mixer getMixer(Mixer.Info info) {
        FakeDevice device = plugged;
        if (info != INFO || device == null) {
            throw new IllegalArgumentException("not this device");
        }
        return proxy(Mixer.class, device::mixer);
    }

    private @Nullable Object mixer(Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "isLineSupported" -> ((Line.Info) arguments[0]).getLineClass() == SourceDataLine.class;
            case "getMaxLines" -> 32;
            case "getLine" -> proxy(SourceDataLine.class, this::line);
            case "getMixerInfo" -> INFO;
            default -> throw new UnsupportedOperationException(method.toString());
        };
    }

    private @Nullable Object line(Method method, Object[] arguments) throws Exception {
        switch (method.getName()) {
            case "open" -> {
                if (busy) {
                    throw new LineUnavailableException("another program holds it");
                }
            }
            case "write" -> {
                room.acquire();
                synchronized (this) {
                    heard.write((byte[]) arguments[0], (int) arguments[1], (int) arguments[2]);
                }
                return arguments[2];
            }
            case "getMicrosecondPosition" -> {
                return heard().length * 1_000_000L / (2 * Sound.RATE);
            }
            default -> events.add(method.getName());
        }
        return null;
    }

    private interface Answering {
        @Nullable
        Object answer(Method method, Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Answering answering) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (_, method, arguments) -> answering.answer(method, arguments == null ? new Object[0] : arguments)));
    }
}
