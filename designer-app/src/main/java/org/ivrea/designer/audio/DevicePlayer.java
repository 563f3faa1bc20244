package org.ivrea.designer.audio;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/// Plays through the machine's device for sound. Where it has none, or another program holds it, sounds end at once.
public final class DevicePlayer implements AudioPlayer {
    private static final AudioFormat FORMAT = new AudioFormat(Sound.RATE, 16, 1, true, false);
    private static final int CHUNK = Sound.RATE / 50;
    /// Short, so that a key that stops a prompt is heard to stop it.
    private static final int BUFFER_BYTES = 2 * Sound.RATE / 8;

    private final Set<LinePlayback> sounding = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    @Override
    public boolean isAudible() {
        try {
            return AudioSystem.isLineSupported(new DataLine.Info(SourceDataLine.class, FORMAT));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    @Override
    public Playback play(Sound sound, Runnable ended) {
        var playback = new LinePlayback(sound, ended);
        sounding.add(playback);
        Thread.ofPlatform().daemon().name("ivrea-sound").start(playback);
        return playback;
    }

    @Override
    public void stopAll() {
        sounding.forEach(Playback::stop);
    }

    @Override
    public void close() {
        closed = true;
        stopAll();
    }

    private final class LinePlayback implements Playback, Runnable {
        private final Sound sound;
        private final Runnable ended;
        private volatile boolean stopped;
        private volatile long positionMs;

        LinePlayback(Sound sound, Runnable ended) {
            this.sound = sound;
            this.ended = ended;
        }

        @Override
        public long positionMs() {
            return positionMs;
        }

        @Override
        public void stop() {
            stopped = true;
        }

        @Override
        public void run() {
            // Without a device there is an IllegalArgumentException, not the one that says so.
            try (SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT)) {
                line.open(FORMAT, BUFFER_BYTES);
                line.start();
                write(line);
                if (isOver()) {
                    line.flush();
                } else {
                    line.drain();
                }
                positionMs = line.getMicrosecondPosition() / 1000;
            } catch (LineUnavailableException | IllegalArgumentException _) {
                // Nothing is heard; the sound has ended.
            } finally {
                sounding.remove(this);
                ended.run();
            }
        }

        private void write(SourceDataLine line) {
            for (int at = 0; at < sound.length() && !isOver(); at += CHUNK) {
                byte[] bytes = sound.bytes(at, Math.min(at + CHUNK, sound.length()));
                line.write(bytes, 0, bytes.length);
                positionMs = line.getMicrosecondPosition() / 1000;
            }
        }

        private boolean isOver() {
            return stopped || closed;
        }
    }
}
