package org.ivrea.server.admin;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongSupplier;

/// A body as it goes, unless it is taken too slowly: then the connection is cut, which ends the write.
final class PacedOutput extends FilterOutputStream {
    private final Pace pace;
    private final LongSupplier nanos;
    private final Alarm alarm;
    private final Runnable cut;

    /// Does something later.
    @FunctionalInterface
    interface Alarm {
        /// @return what calls it off
        Runnable after(long nanos, Runnable then);
    }

    /// @param cut ends the connection, on whatever thread
    PacedOutput(OutputStream out, Pace pace, LongSupplier nanos, Alarm alarm, Runnable cut) {
        super(out);
        this.pace = pace;
        this.nanos = nanos;
        this.alarm = alarm;
        this.cut = cut;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        watched(length, () -> out.write(bytes, offset, length));
    }

    @Override
    public void close() throws IOException {
        watched(0, out::close);
    }

    private void watched(int length, Step step) throws IOException {
        long left = pace.left(length);
        long begun = nanos.getAsLong();
        Runnable callOff = alarm.after(Math.max(left, 0), cut);
        try {
            step.take();
        } finally {
            callOff.run();
        }
        pace.moved(length, nanos.getAsLong() - begun);
    }

    private interface Step {
        void take() throws IOException;
    }
}
