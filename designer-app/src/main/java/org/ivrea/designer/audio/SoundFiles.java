package org.ivrea.designer.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/// Reads sounds from files of any usual form, and writes WAV files in the telephone's. Blocks for the disk.
public final class SoundFiles {
    /// The longest recording that is read.
    public static final long LONGEST_MS = 3_600_000;

    private static final AudioFormat TELEPHONE = new AudioFormat(Sound.RATE, 16, 1, true, false);

    private SoundFiles() {}

    /// @throws SoundFailure when the file is no sound
    public static Sound read(Path file) throws SoundFailure {
        try (AudioInputStream stream = AudioSystem.getAudioInputStream(file.toFile())) {
            AudioFormat format = stream.getFormat();
            long frames = stream.getFrameLength();
            if (frames > 0 && frames / format.getFrameRate() * 1000 > LONGEST_MS) {
                throw new SoundFailure(name(file) + " is longer than an hour; cut it");
            }
            return converted(stream);
        } catch (UnsupportedAudioFileException _) {
            throw new SoundFailure(name(file)
                    + " is no sound that can be read here; choose a WAV, AIFF or AU file");
        } catch (IllegalArgumentException _) {
            throw new SoundFailure(name(file) + " holds sound in a form that cannot be converted; save it as WAV"
                    + " with 16 bits first");
        } catch (NoSuchFileException _) {
            throw new SoundFailure("There is no file " + file);
        } catch (IOException e) {
            throw new SoundFailure(name(file) + " cannot be read: " + e.getMessage());
        }
    }

    /// What the file holds, in a few words, such as "44,100 Hz, 2 channels, 16 bits".
    ///
    /// @throws SoundFailure when the file is no sound
    public static SoundForm form(Path file) throws SoundFailure {
        try {
            AudioFormat format = AudioSystem.getAudioFileFormat(file.toFile()).getFormat();
            return new SoundForm(Math.round(format.getSampleRate()), format.getChannels(),
                    format.getSampleSizeInBits(), format.getEncoding().equals(Encoding.PCM_SIGNED));
        } catch (UnsupportedAudioFileException _) {
            throw new SoundFailure(name(file)
                    + " is no sound that can be read here; choose a WAV, AIFF or AU file");
        } catch (IOException e) {
            throw new SoundFailure(name(file) + " cannot be read: " + e.getMessage());
        }
    }

    private static Sound converted(AudioInputStream stream) throws IOException {
        AudioInputStream pcm = stream;
        AudioFormat format = stream.getFormat();
        if (!format.getEncoding().equals(Encoding.PCM_SIGNED) && !format.getEncoding().equals(Encoding.PCM_FLOAT)) {
            pcm = AudioSystem.getAudioInputStream(
                    new AudioFormat(format.getSampleRate(), 16, format.getChannels(), true, false), pcm);
        }
        if (!pcm.getFormat().matches(TELEPHONE)) {
            // A plain resampler would fold what a telephone cannot carry back into what it does.
            AudioFormat target = new AudioFormat(Encoding.PCM_SIGNED, Sound.RATE, 16, 1, 2, Sound.RATE, false,
                    Map.of("interpolation", "sinc"));
            pcm = AudioSystem.getAudioInputStream(target, pcm);
        }
        int most = Sound.samplesIn(LONGEST_MS) * 2;
        byte[] bytes = pcm.readNBytes(most);
        return Sound.ofBytes(bytes);
    }

    /// Replaces or creates the file in one step.
    ///
    /// @throws IOException when it could not be written; the file is then as it was
    public static void write(Path file, Sound sound) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, ".", ".part");
        try {
            byte[] bytes = sound.bytes(0, sound.length());
            try (var stream = new AudioInputStream(new ByteArrayInputStream(bytes), TELEPHONE, sound.length());
                    var out = Files.newOutputStream(draft)) {
                AudioSystem.write(stream, AudioFileFormat.Type.WAVE, out);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static String name(Path file) {
        return "The file \"" + file.getFileName() + "\"";
    }
}
