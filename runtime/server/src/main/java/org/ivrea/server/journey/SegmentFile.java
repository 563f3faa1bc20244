package org.ivrea.server.journey;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file that grows by whole lines only.
final class SegmentFile implements AutoCloseable {
    private static final int TAIL = 64 << 10;

    private final FileChannel channel;
    private long end;

    /// Cuts off what a crash left of a line.
    SegmentFile(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        end = endOfLines();
        channel.truncate(end);
    }

    private long endOfLines() throws IOException {
        for (long to = channel.size(); to > 0;) {
            long from = Math.max(0, to - TAIL);
            ByteBuffer part = ByteBuffer.allocate((int) (to - from));
            while (part.hasRemaining() && channel.read(part, from + part.position()) >= 0) {
                continue;
            }
            for (int i = part.position() - 1; i >= 0; i--) {
                if (part.get(i) == '\n') {
                    return from + i + 1;
                }
            }
            to = from;
        }
        return 0;
    }

    long end() {
        return end;
    }

    /// Writes all of the bytes, or leaves the file as it was.
    void append(byte[] bytes) throws IOException {
        try {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left, end + left.position());
            }
        } catch (IOException e) {
            channel.truncate(end);
            throw e;
        }
        end += bytes.length;
    }

    /// Takes back what was appended since the file ended there.
    void cutTo(long size) throws IOException {
        channel.truncate(size);
        end = size;
    }

    void force() throws IOException {
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
