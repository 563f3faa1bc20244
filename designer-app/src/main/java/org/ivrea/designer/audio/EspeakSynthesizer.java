package org.ivrea.designer.audio;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The voice of espeak-ng, a process for each text. The text goes through a file that the process reads, never through a
/// command line.
public final class EspeakSynthesizer implements SpeechSynthesizer {
    private static final String NAME = "espeak-ng";
    private static final long VOICES_SECONDS = 10;
    private static final long SPEECH_SECONDS = 30;
    private static final int LONGEST_TEXT = 20_000;
    private static final String WORDS_A_MINUTE = "160";

    private final Path program;
    private final Set<String> voices;

    EspeakSynthesizer(Path program, Set<String> voices) {
        this.program = program;
        this.voices = Set.copyOf(voices);
    }

    /// The espeak-ng of this machine, if there is one that runs.
    public static Optional<EspeakSynthesizer> find() {
        return onPath(System.getenv().getOrDefault("PATH", "")).flatMap(EspeakSynthesizer::at);
    }

    private static Optional<Path> onPath(String path) {
        for (String folder : path.split(File.pathSeparator)) {
            for (String name : List.of(NAME, NAME + ".exe")) {
                try {
                    Path program = Path.of(folder).resolve(name);
                    if (!folder.isEmpty() && Files.isExecutable(program)) {
                        return Optional.of(program);
                    }
                } catch (InvalidPathException _) {
                    // A folder on the path that this system cannot name holds no program.
                }
            }
        }
        return Optional.empty();
    }

    static Optional<EspeakSynthesizer> at(Path program) {
        try {
            Set<String> voices = voices(program);
            return voices.isEmpty() ? Optional.empty() : Optional.of(new EspeakSynthesizer(program, voices));
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// The languages in the second column of espeak-ng's table of voices.
    private static Set<String> voices(Path program) throws IOException, InterruptedException {
        Path table = Files.createTempFile("ivrea-voices", ".txt");
        try {
            run(List.of(program.toString(), "--voices"), null, table, VOICES_SECONDS);
            Set<String> voices = new TreeSet<>();
            for (String line : Files.readString(table, StandardCharsets.UTF_8).split("\n")) {
                String[] columns = line.strip().split("\\s+");
                if (columns.length > 3 && !columns[1].equals("Language")) {
                    voices.add(columns[1].toLowerCase(Locale.ROOT));
                }
            }
            return voices;
        } finally {
            Files.deleteIfExists(table);
        }
    }

    @Override
    public boolean speaks(String language) {
        return voice(language).isPresent();
    }

    /// `pt-br` for `pt-BR`; else the language alone, of which espeak-ng then chooses the most usual voice.
    private Optional<String> voice(String language) {
        String tag = language.toLowerCase(Locale.ROOT);
        if (voices.contains(tag)) {
            return Optional.of(tag);
        }
        String plain = tag.split("-", 2)[0];
        boolean spoken = voices.stream().anyMatch(voice -> voice.equals(plain) || voice.startsWith(plain + "-"));
        return spoken ? Optional.of(plain) : Optional.empty();
    }

    @Override
    public Sound speak(String text, String language) throws SpeechFailure, InterruptedException {
        String voice = voice(language).orElseThrow(() -> new SpeechFailure(
                "espeak-ng has no voice for the language \"" + language + "\"; record the prompt instead"));
        if (text.length() > LONGEST_TEXT) {
            throw new SpeechFailure("The text has more than " + LONGEST_TEXT + " characters; shorten it");
        }
        Path folder = null;
        try {
            folder = Files.createTempDirectory("ivrea-speech");
            Path words = Files.writeString(folder.resolve("text"), text, StandardCharsets.UTF_8);
            Path wav = folder.resolve("speech.wav");
            List<String> command = new ArrayList<>(List.of(program.toString(), "-v", voice, "-s", WORDS_A_MINUTE, "-b",
                    "1", "-z", "-w", wav.toString(), "-f", words.toString()));
            run(command, folder.resolve("log"), folder.resolve("out"), SPEECH_SECONDS);
            return Files.exists(wav) ? SoundFiles.read(wav) : Sound.EMPTY;
        } catch (IOException | SoundFailure e) {
            throw new SpeechFailure("espeak-ng could not speak the text: " + e.getMessage());
        } finally {
            delete(folder);
        }
    }

    /// @param errors `null` to drop them
    private static void run(List<String> command, @Nullable Path errors, Path output,
            long seconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors == null
                        ? ProcessBuilder.Redirect.DISCARD
                        : ProcessBuilder.Redirect.to(errors.toFile()))
                .start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                throw new IOException("it took longer than " + seconds + " seconds");
            }
            if (process.exitValue() != 0) {
                throw new IOException("it ended with code " + process.exitValue());
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private static void delete(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException _) {
            // Left for the system's own clean-up of temporary files.
        }
    }
}
