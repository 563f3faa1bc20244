package org.ivrea.server.cli;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.ivrea.server.cli.console.Console;

/// A command that runs while the test types, and waits for what it says.
final class Live implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final ReentrantLock access = new ReentrantLock();
    private final Condition written = access.newCondition();
    private final StringBuilder output = new StringBuilder();
    private final PipedOutputStream keyboard = new PipedOutputStream();
    private final CompletableFuture<Integer> code;
    private int seen;

    Live(String... arguments) throws IOException {
        var in = new PipedInputStream(keyboard);
        var out = new PrintWriter(new Output(), true);
        var console = new Console(in, out, out, false, Map.of());
        code = CompletableFuture.supplyAsync(() -> Ivrea.run(console, arguments),
                task -> Thread.ofPlatform().daemon().start(task));
    }

    /// Waits until it says so, behind what was waited for before.
    Live until(String text) throws InterruptedException {
        access.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            int at = output.indexOf(text, seen);
            while (at < 0) {
                left = written.awaitNanos(left);
                if (left <= 0) {
                    throw new AssertionError("waited in vain for \"" + text + "\" in:\n" + output);
                }
                at = output.indexOf(text, seen);
            }
            seen = at + text.length();
            return this;
        } finally {
            access.unlock();
        }
    }

    Live type(String keys) throws IOException {
        keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
        return this;
    }

    int code() {
        return code.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    String output() {
        access.lock();
        try {
            return output.toString();
        } finally {
            access.unlock();
        }
    }

    @Override
    public void close() {
        try {
            keyboard.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Output extends Writer {
        @Override
        public void write(char[] text, int from, int length) {
            access.lock();
            try {
                output.append(text, from, length);
                written.signalAll();
            } finally {
                access.unlock();
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }
}
