package org.ivrea.deploy.remote;

import java.io.File;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.Flow;
import java.util.function.LongConsumer;

/// A file as the body of a request: handed out piece by piece as the network takes it, and counted.
final class UploadBody implements BodyPublisher {
    private final BodyPublisher file;
    private final LongConsumer progress;

    UploadBody(Path file, LongConsumer progress) throws IOException {
        // Windows lets nobody delete a file that is still mapped.
        this.file = File.separatorChar == '\\' ? BodyPublishers.ofFile(file) : new MappedFile(file);
        this.progress = progress;
    }

    @Override
    public long contentLength() {
        return file.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        file.subscribe(new Counting(subscriber, progress));
    }

    private static final class Counting implements Flow.Subscriber<ByteBuffer> {
        private final Flow.Subscriber<? super ByteBuffer> to;
        private final LongConsumer progress;
        private long sent;

        Counting(Flow.Subscriber<? super ByteBuffer> to, LongConsumer progress) {
            this.to = to;
            this.progress = progress;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            to.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer piece) {
            sent += piece.remaining();
            progress.accept(sent);
            to.onNext(piece);
        }

        @Override
        public void onError(Throwable failure) {
            to.onError(failure);
        }

        @Override
        public void onComplete() {
            to.onComplete();
        }
    }
}
