package org.ivrea.engine.simulation;

import java.util.List;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.call.Operation.Play;
import org.ivrea.engine.call.Operation.PlayControl;
import org.ivrea.engine.call.Operation.PlayControls;
import org.ivrea.engine.call.Operation.PlayResult;
import org.ivrea.engine.trace.TraceEvent;
import org.jspecify.annotations.Nullable;

/// Makes things audible, one after the other without a gap.
final class Playback {

    /// No limit but the audio's own end.
    static final long TO_THE_END = Long.MAX_VALUE;

    private final Line line;
    private final AudioLengths lengths;

    Playback(Line line, AudioLengths lengths) {
        this.line = line;
        this.lengths = lengths;
    }

    PlayResult play(Play play) {
        if (!play.keepDigits()) {
            line.dropTypedAhead();
        }
        char waiting = line.takeTyped(play.bargeIn());
        if (waiting != Line.NONE) {
            return new PlayResult(waiting, 0);
        }
        long start = line.now();
        var stop = new StopKeys(play.bargeIn(), play.controls());
        run(play.audio(), TO_THE_END, stop);
        return new PlayResult(stop.key(), line.now() - start);
    }

    /// Waits, or plays something of known length.
    PlayResult wait(String transcript, long ms, Keys keys) {
        char waiting = line.takeTyped(keys);
        if (waiting != Line.NONE) {
            return new PlayResult(waiting, 0);
        }
        long start = line.now();
        var stop = new StopKeys(keys, PlayControls.NONE);
        say(transcript, new Utterance(line.now(), ms, transcript, null), TO_THE_END, stop);
        return new PlayResult(stop.key(), line.now() - start);
    }

    /// Plays a list.
    ///
    /// @param until when it is cut off
    /// @return true when the listener stopped it
    boolean run(List<Audio> audio, long until, KeyListener listener) {
        for (int i = 0; i < audio.size() && line.now() < until; i++) {
            Audio item = audio.get(i);
            if (say(item.transcript(), new Utterance(line.now(), lengths.ms(item), item.spoken(), item), until,
                    listener)) {
                return true;
            }
        }
        return false;
    }

    /// Plays music over and over up to a moment.
    ///
    /// @return true when the listener stopped it
    boolean over(List<Audio> music, long until, KeyListener listener) {
        boolean stopped = false;
        // Music that takes no time is none.
        for (long before = -1; !stopped && line.now() > before && line.now() < until;) {
            before = line.now();
            stopped = run(music, until, listener);
        }
        return stopped || line.waitUntil(until, listener);
    }

    private boolean say(String transcript, Utterance utterance, long until, KeyListener listener) {
        var position = new Position(line.now(), utterance.lengthMs(), utterance.audio());
        listener.plays(position);
        if (transcript.isEmpty()) {
            return wait(position, until, listener);
        }
        line.emit(new TraceEvent.PromptStarted(transcript, utterance.lengthMs()));
        line.caller.hears(utterance);
        boolean stopped = false;
        try {
            stopped = wait(position, until, listener);
        } finally {
            line.emit(new TraceEvent.PromptEnded(transcript,
                    stopped && listener.isInterrupted() ? line.lastShown() : null));
            if (line.now() < utterance.endMs()) {
                line.caller.hearsNoMore(utterance, line.now());
            }
        }
        return stopped;
    }

    private boolean wait(Position position, long until, KeyListener listener) {
        while (true) {
            char key = line.nextKey(Math.min(position.endAt(), until));
            if (key == Line.NONE) {
                return false;
            }
            if (listener.stops(key)) {
                return true;
            }
        }
    }

    /// Stops at some keys, obeys others, and keeps the rest for the next input.
    private final class StopKeys implements KeyListener {
        private final Keys keys;
        private final PlayControls controls;
        private @Nullable Position position;
        private char key = Line.NONE;

        StopKeys(Keys keys, PlayControls controls) {
            this.keys = keys;
            this.controls = controls;
        }

        @Override
        public void plays(Position newPosition) {
            position = newPosition;
        }

        @Override
        public boolean isInterrupted() {
            return key != Line.NONE;
        }

        @Override
        public boolean stops(char pressed) {
            PlayControl control = controls.keys().get(pressed);
            if (control != null && position != null) {
                line.pressed(pressed, false);
                return position.control(control, controls.skipMs(), line.now());
            }
            if (!keys.has(pressed)) {
                return line.typeAhead(pressed);
            }
            line.pressed(pressed, false);
            key = pressed;
            return true;
        }

        @Nullable
        Character key() {
            return key == Line.NONE ? null : key;
        }
    }
}
