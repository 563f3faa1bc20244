package org.ivrea.server.admin;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/// A body as it comes, unless it comes too slowly: then it ends with an exception.
final class PacedInput extends InputStream {
    private final InputStream in;
    private final Pace pace;
    private final LongSupplier nanos;
    private boolean tooSlow;

    PacedInput(InputStream in, Pace pace, LongSupplier nanos) {
        this.in = in;
        this.pace = pace;
        this.nanos = nanos;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        long begun = nanos.getAsLong();
        int count = in.read(bytes, offset, length);
        pace.moved(Math.max(count, 0), nanos.getAsLong() - begun);
        if (count >= 0 && pace.left(0) < 0) {
            tooSlow = true;
            throw new IOException(pace.words());
        }
        return count;
    }

    /// Whether that is why it ended.
    boolean isTooSlow() {
        return tooSlow;
    }

    /// For people.
    String words() {
        return pace.words();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
