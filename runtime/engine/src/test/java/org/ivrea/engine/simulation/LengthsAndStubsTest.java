package org.ivrea.engine.simulation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.ivrea.engine.call.Audio;
import org.ivrea.flow.project.PromptLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LengthsAndStubsTest {

    private static Audio.Recording recording(String file) {
        return new Audio.Recording(file, "en", "A text of some length.", "A text of some length.");
    }

    @Test
    void aRecordingPlaysAsLongAsItsFileSays(@TempDir Path root) throws IOException {
        Path folder = Files.createDirectories(root.resolve("prompts/en"));
        var format = new AudioFormat(8_000, 16, 1, true, false);
        var sound = new AudioInputStream(new ByteArrayInputStream(new byte[2 * 12_000]), format, 12_000);
        AudioSystem.write(sound, AudioFileFormat.Type.WAVE, folder.resolve("welcome.wav").toFile());
        Files.writeString(folder.resolve("broken.wav"), "no sound at all");
        var lengths = new RecordedLengths(new PromptLibrary(root, List.of("en")));
        long estimated = EstimatedLengths.INSTANCE.ms(recording("x"));
        assertThat(lengths.ms(recording("welcome.wav"))).isEqualTo(1_500).isNotEqualTo(estimated);
        assertThat(lengths.ms(recording("missing.wav"))).isEqualTo(estimated);
        assertThat(lengths.ms(recording("broken.wav"))).isEqualTo(estimated);
        assertThat(lengths.ms(recording("../en/welcome.wav"))).isEqualTo(estimated);
    }

    @Test
    void lengthsAreReadOnce(@TempDir Path root) throws IOException {
        var lengths = new RecordedLengths(new PromptLibrary(root, List.of("en")));
        long before = lengths.ms(recording("welcome.wav"));
        Path folder = Files.createDirectories(root.resolve("prompts/en"));
        var format = new AudioFormat(8_000, 16, 1, true, false);
        var sound = new AudioInputStream(new ByteArrayInputStream(new byte[8]), format, 4);
        AudioSystem.write(sound, AudioFileFormat.Type.WAVE, folder.resolve("welcome.wav").toFile());
        assertThat(lengths.ms(recording("welcome.wav"))).isEqualTo(before);
    }

    @Test
    void whateverHasNoFileIsEstimated() {
        AudioLengths lengths = EstimatedLengths.INSTANCE;
        assertThat(lengths.ms(new Audio.Silence(250))).isEqualTo(250);
        assertThat(lengths.ms(new Audio.Tone(440, 300))).isEqualTo(300);
        assertThat(lengths.ms(TestCall.speech("A longer text"))).isGreaterThan(lengths.ms(TestCall.speech("A text")));
        assertThat(lengths.ms(new Audio.Spoken("number", "12", "twelve", "en", "twelve"))).isPositive();
        assertThat(lengths.ms(new Audio.Recording("x.wav", "en", null, "[x.wav]"))).isEqualTo(2_000);
    }

    @ParameterizedTest
    @CsvSource({"*,'',true", "*,abc,true", "abc,abc,true", "abc,abcd,false", "a*c,abbc,true", "a*c,ac,true",
            "a*c,acb,false", "*b*,abc,true", "a*b*c,aXbYbZc,true", "GET /a/*,GET /a/1?x=2,true", "a**,a,true",
            "'',a,false", "'','',true"})
    void aStarStandsForAnyText(String pattern, String text, boolean matches) {
        assertThat(Stub.matches(pattern, text)).isEqualTo(matches);
    }
}
