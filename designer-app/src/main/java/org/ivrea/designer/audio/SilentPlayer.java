package org.ivrea.designer.audio;

/// For machines without a device, and for tests: plays nothing, and every sound ends at once.
public final class SilentPlayer implements AudioPlayer {
    private static final Playback ENDED = new Playback() {
        @Override
        public long positionMs() {
            return 0;
        }

        @Override
        public void stop() {}
    };

    @Override
    public boolean isAudible() {
        return false;
    }

    @Override
    public Playback play(Sound sound, Runnable ended) {
        ended.run();
        return ENDED;
    }

    @Override
    public void stopAll() {}

    @Override
    public void close() {}
}
