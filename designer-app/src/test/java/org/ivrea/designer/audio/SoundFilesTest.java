package org.ivrea.designer.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SoundFilesTest {
    @TempDir Path folder;

    private Path stereo(int rate, int hertz) throws IOException {
        byte[] bytes = new byte[rate * 4];
        for (int frame = 0; frame < rate; frame++) {
            int sample = (int) (20_000 * Math.sin(2 * Math.PI * hertz * frame / rate));
            for (int channel = 0; channel < 2; channel++) {
                bytes[4 * frame + 2 * channel] = (byte) sample;
                bytes[4 * frame + 2 * channel + 1] = (byte) (sample >> 8);
            }
        }
        Path file = folder.resolve("stereo-" + hertz + ".wav");
        var format = new AudioFormat(rate, 16, 2, true, false);
        try (var stream = new AudioInputStream(new ByteArrayInputStream(bytes), format, rate)) {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
        }
        return file;
    }

    @Test
    void anySoundBecomesTheTelephones() throws IOException, SoundFailure {
        Path file = stereo(44_100, 1_000);

        assertThat(SoundFiles.form(file)).isEqualTo(new SoundForm(44_100, 2, 16, true));
        Sound sound = SoundFiles.read(file);
        assertThat(sound.ms()).isBetween(980L, 1_020L);
        assertThat(sound.peak(2_000, 6_000)).isBetween(0.5, 0.7);

        Path written = folder.resolve("new/prompt.wav");
        SoundFiles.write(written, sound, false);
        assertThat(SoundFiles.form(written).isTelephone()).isTrue();
        assertThat(SoundFiles.read(written).length()).isEqualTo(sound.length());
    }

    @Test
    void whatATelephoneCannotCarryIsNotFoldedBack() throws IOException, SoundFailure {
        Sound sound = SoundFiles.read(stereo(44_100, 6_000));

        assertThat(sound.peak(2_000, 6_000)).isLessThan(0.1);
    }

    @Test
    void aDraftIsKnownAsOneAndPlaysAsWell() throws IOException, SoundFailure {
        Path file = folder.resolve("draft.wav");
        SoundFiles.write(file, Tones.tone(500, 440), true);

        assertThat(SoundFiles.isDraft(file)).isTrue();
        assertThat(SoundFiles.ms(file)).isEqualTo(500);
        assertThat(SoundFiles.read(file).length()).isEqualTo(4_000);

        SoundFiles.write(file, Tones.tone(500, 440), false);
        assertThat(SoundFiles.isDraft(file)).isFalse();
    }

    @Test
    void whatIsNoSoundIsRefusedByName() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.wav"), "Dear Sir or Madam");

        assertThatThrownBy(() -> SoundFiles.read(file)).isInstanceOf(SoundFailure.class)
                .hasMessageContaining("letter.wav").hasMessageContaining("no sound");
    }

    @Test
    void recordingsStayInTheirFolder() {
        var recordings = RecordingFolder.of(folder, "en");

        assertThatThrownBy(() -> recordings.path("../../evil.wav")).isInstanceOf(SoundFailure.class);
        assertThat(recordings.names()).isEmpty();
    }
}
