package org.ivrea.server.cli.call;

import java.io.IOException;
import java.io.Reader;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// What is typed, key by key, or line by line while a question is open. Reads on a thread of its own, which does not
/// keep the program alive.
final class Keyboard {

    /// How a terminal hands over what is typed.
    interface Mode {
        /// For input that is no terminal.
        Mode NONE = _ -> {};

        /// @param lines true for whole lines, shown while they are typed; false for each key at once, unseen
        void lines(boolean lines);
    }

    /// What hangs up, as a key and as a line.
    static final String HANG_UP = "h";

    private static final int EOF = -1;
    /// Stands before each line, to tell an empty one from the end.
    private static final String LINE = "=";
    private static final String END = "";

    private final Reader in;
    private final Mode mode;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final StringBuilder line = new StringBuilder();
    private volatile boolean lineWanted;
    private volatile boolean ended;

    Keyboard(Reader in, Mode mode) {
        this.in = in;
        this.mode = mode;
    }

    /// @param keys given each key, on the keyboard's thread
    void start(IntConsumer keys) {
        Thread.ofPlatform().daemon().name("ivrea-keyboard").start(() -> read(keys));
    }

    /// Waits for a line.
    ///
    /// @param prompt shows that one is wanted; what is typed from then on belongs to it
    /// @return `null` when no line can come any more
    /// @throws InterruptedException when the thread is interrupted
    @Nullable
    String line(Runnable prompt) throws InterruptedException {
        if (ended && lines.isEmpty()) {
            return null;
        }
        lineWanted = true;
        mode.lines(true);
        try {
            prompt.run();
            String typed = lines.take();
            return typed.equals(END) ? null : typed.substring(LINE.length());
        } finally {
            mode.lines(false);
        }
    }

    /// No line can come any more.
    void end() {
        ended = true;
        lines.add(END);
    }

    private void read(IntConsumer keys) {
        try {
            for (int c = in.read(); c != EOF; c = in.read()) {
                if (!lineWanted) {
                    keys.accept(c);
                } else if (c == '\n' || c == '\r') {
                    lineWanted = false;
                    String typed = line.toString();
                    line.setLength(0);
                    if (typed.strip().equals(HANG_UP)) {
                        keys.accept(HANG_UP.charAt(0));
                    }
                    lines.add(LINE + typed);
                } else {
                    line.appendCodePoint(c);
                }
            }
        } catch (IOException _) {
            // The terminal is gone: the same as its end.
        } finally {
            end();
        }
    }
}
