package org.ivrea.freeswitch.conformance;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.simulation.AudioLengths;
import org.ivrea.engine.simulation.OtherEnd;
import org.ivrea.engine.simulation.Utterance;
import org.jspecify.annotations.Nullable;

/// Tells a script's caller what is heard, when it is heard. For one thread at a time.
final class Listening {
    private static final byte[] NOTHING = new byte[0];
    private static final long RECOGNISED_MS = 400;

    private final OtherEnd otherEnd;
    private final AudioLengths lengths;
    private final Ear ear;
    private final Queue<Audio> waiting = new ArrayDeque<>();
    private byte[] before = NOTHING;
    private @Nullable Utterance heard;

    Listening(OtherEnd otherEnd, AudioLengths lengths, Ear ear) {
        this.otherEnd = otherEnd;
        this.lengths = lengths;
        this.ear = ear;
    }

    void begin(List<Audio> audio) {
        audio.stream().filter(item -> !(item instanceof Audio.Silence)).forEach(waiting::add);
    }

    /// @param frame of audio that came in
    void frame(byte[] frame) {
        int heardItems = 0;
        int index = 0;
        for (Audio item : waiting) {
            index++;
            // One that was too short to be recognised is behind when a later recording begins.
            boolean telling = index == 1 || item instanceof Audio.Recording;
            if (telling && ear.hears(frame, before, item)) {
                heardItems = index;
                break;
            }
        }
        for (int i = 0; i < heardItems; i++) {
            hear();
        }
        before = frame;
    }

    private void hear() {
        Audio audio = waiting.remove();
        // It began a moment before it was recognised.
        long ms = Math.max(0, lengths.ms(audio) - RECOGNISED_MS);
        var utterance = new Utterance(otherEnd.now(), ms, audio.spoken(), audio);
        heard = utterance;
        otherEnd.hears(utterance);
    }

    /// @param whole whether all of it was heard
    /// @return the moment up to which the caller has heard it, which may be a little ahead of the time
    long end(boolean whole) {
        while (whole && !waiting.isEmpty()) {
            hear();
        }
        Utterance last = heard;
        waiting.clear();
        heard = null;
        if (last == null || otherEnd.now() >= last.endMs()) {
            return otherEnd.now();
        }
        if (!whole) {
            otherEnd.hearsNoMore(last);
            return otherEnd.now();
        }
        return last.endMs();
    }
}
