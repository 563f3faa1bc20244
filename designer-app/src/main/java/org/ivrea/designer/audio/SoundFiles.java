package org.ivrea.designer.audio;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.ivrea.flow.project.IoReason;

/// Reads sounds from files of any usual form, and writes WAV files in the telephone's. Blocks for the disk.
public final class SoundFiles {
    /// The longest recording that is read.
    public static final long LONGEST_MS = 3_600_000;

    private static final AudioFormat TELEPHONE = new AudioFormat(Sound.RATE, 16, 1, true, false);

    /// An even number of letters, as chunks are made of words.
    private static final String DRAFT = "Ivrea draft voice\0";
    private static final byte[] DRAFT_CHUNK = draftChunk();

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
            throw new SoundFailure(name(file) + " cannot be read: " + IoReason.of(e));
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
            throw new SoundFailure(name(file) + " cannot be read: " + IoReason.of(e));
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
    /// @param draft whether it is marked as one, so that people see later that it still needs a real voice
    /// @throws IOException when it could not be written; the file is then as it was
    public static void write(Path file, Sound sound, boolean draft) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, ".", ".part");
        try {
            Files.write(part, wav(sound, draft));
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static byte[] wav(Sound sound, boolean draft) throws IOException {
        byte[] bytes = sound.bytes(0, sound.length());
        var out = new ByteArrayOutputStream();
        try (var stream = new AudioInputStream(new ByteArrayInputStream(bytes), TELEPHONE, sound.length())) {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, out);
        }
        if (draft) {
            out.writeBytes(DRAFT_CHUNK);
        }
        byte[] file = out.toByteArray();
        // The size in the header counts the chunk behind the sound, too.
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(4, file.length - 8);
        return file;
    }

    /// A comment as RIFF files hold one: players pass it over.
    private static byte[] draftChunk() {
        byte[] words = DRAFT.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer chunk = ByteBuffer.allocate(20 + words.length).order(ByteOrder.LITTLE_ENDIAN);
        chunk.put(ascii("LIST")).putInt(12 + words.length).put(ascii("INFO")).put(ascii("ICMT")).putInt(words.length)
                .put(words);
        return chunk.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Whether the file was written as a draft; false for one that cannot be read.
    public static boolean isDraft(Path file) {
        try (var channel = Files.newByteChannel(file)) {
            long size = channel.size();
            if (size < DRAFT_CHUNK.length) {
                return false;
            }
            channel.position(size - DRAFT_CHUNK.length);
            ByteBuffer end = ByteBuffer.allocate(DRAFT_CHUNK.length);
            while (end.hasRemaining() && channel.read(end) >= 0) {
                continue;
            }
            return Arrays.equals(end.array(), DRAFT_CHUNK);
        } catch (IOException _) {
            return false;
        }
    }

    /// How long a sound lasts; 0 for one that cannot be read.
    public static long ms(Path file) {
        try {
            AudioFileFormat format = AudioSystem.getAudioFileFormat(file.toFile());
            return Math.round(Math.max(0, format.getFrameLength()) * 1000.0 / format.getFormat().getFrameRate());
        } catch (UnsupportedAudioFileException | IOException _) {
            return 0;
        }
    }

    private static String name(Path file) {
        return "The file \"" + file.getFileName() + "\"";
    }
}
