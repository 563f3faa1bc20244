package org.ivrea.deploy.remote;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// A file as the body of a request, which the network takes from the system's own memory: nothing of it is copied into
/// that of Java. Costs a third of what reading it costs. The file must not become shorter meanwhile.
final class MappedFile implements BodyPublisher {
    private static final int PIECE = 256 << 10;

    private final MemorySegment bytes;

    /// The file stays mapped until nobody refers to it any more, whatever becomes of the request.
    MappedFile(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            bytes = channel.map(MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
        }
    }

    @Override
    public long contentLength() {
        return bytes.byteSize();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        subscriber.onSubscribe(new Pieces(bytes, subscriber));
    }

    /// Hands out pieces as they are asked for. Whoever gets one may ask for the next before it has come back.
    private static final class Pieces implements Flow.Subscription {
        private final MemorySegment bytes;
        private final Flow.Subscriber<? super ByteBuffer> to;
        private long at;
        private long wanted;
        private boolean handing;
        private boolean over;

        private Pieces(MemorySegment bytes, Flow.Subscriber<? super ByteBuffer> to) {
            this.bytes = bytes;
            this.to = to;
        }

        @Override
        public void request(long count) {
            synchronized (this) {
                wanted = wanted + count < 0 ? Long.MAX_VALUE : wanted + count;
                if (handing) {
                    return;
                }
                handing = true;
            }
            for (ByteBuffer piece = next(); piece != null; piece = next()) {
                to.onNext(piece);
            }
        }

        /// @return `null` when nothing more is wanted now, or all is handed out
        private synchronized @Nullable ByteBuffer next() {
            if (!over && at == bytes.byteSize()) {
                over = true;
                to.onComplete();
            }
            if (over || wanted == 0) {
                handing = false;
                return null;
            }
            wanted--;
            MemorySegment piece = bytes.asSlice(at, Math.min(PIECE, bytes.byteSize() - at));
            at += piece.byteSize();
            return piece.asByteBuffer();
        }

        @Override
        public synchronized void cancel() {
            over = true;
        }
    }
}
