package org.ivrea.deploy.remote;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.function.LongConsumer;

/// Counts what is read, and stops when the thread is interrupted.
final class CountedInput extends FilterInputStream {
    private final LongConsumer progress;
    private long read;

    CountedInput(InputStream in, LongConsumer progress) {
        super(in);
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("given up");
        }
        int count = super.read(to, offset, length);
        if (count > 0) {
            read += count;
            progress.accept(read);
        }
        return count;
    }
}
