package org.ivrea.designer.audio;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Sound on a device that Java finds as it finds real ones.
final class DevicePlayerTest {
    private final DevicePlayer player = new DevicePlayer();
    private final CountDownLatch ended = new CountDownLatch(1);

    @AfterEach
    void unplug() {
        player.close();
        FakeDevice.unplug();
    }

    @Test
    void playsAllOfASoundAndTellsWhenItHasEnded() throws InterruptedException {
        FakeDevice device = FakeDevice.plug();
        Sound tone = Tones.tone(250, 440);
        assertThat(player.isAudible()).isTrue();
        Playback playback = player.play(tone, ended::countDown);
        ended.await();
        assertThat(device.heard()).isEqualTo(tone.bytes(0, tone.length()));
        assertThat(device.events()).containsExactly("start", "drain", "close");
        assertThat(playback.positionMs()).isEqualTo(250);
    }

    @Test
    void fallsSilentAtOnceWhenItIsStopped() throws InterruptedException {
        FakeDevice device = FakeDevice.plug().takingAtFirst(3);
        Sound tone = Tones.tone(5_000, 440);
        Playback playback = player.play(tone, ended::countDown);
        playback.stop();
        device.goOn();
        ended.await();
        assertThat(device.heard().length).isLessThan(tone.length());
        assertThat(device.events()).contains("flush").doesNotContain("drain").endsWith("close");
    }

    @Test
    void soundsEndAtOnceWhereThereIsNoDeviceOrAnotherProgramHoldsIt() throws InterruptedException {
        assertThat(player.isAudible()).isFalse();
        player.play(Tones.tone(5_000, 440), ended::countDown);
        ended.await();

        FakeDevice device = FakeDevice.plug().busy();
        var again = new CountDownLatch(1);
        player.play(Tones.tone(5_000, 440), again::countDown);
        again.await();
        assertThat(device.heard()).isEmpty();
    }
}
