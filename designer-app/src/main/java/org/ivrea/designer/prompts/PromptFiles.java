package org.ivrea.designer.prompts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ivrea.designer.audio.RecordingFolder;
import org.ivrea.designer.audio.Sound;
import org.ivrea.designer.audio.SoundFailure;
import org.ivrea.designer.audio.SoundFiles;
import org.ivrea.designer.audio.SoundForm;
import org.ivrea.designer.audio.SpeechFailure;
import org.ivrea.designer.audio.SpeechSynthesizer;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.flow.project.IoReason;

/// What is done with the files of recordings. Blocks for the disk.
///
/// @param root the project's folder
record PromptFiles(Path root) {
    private static final Messages TEXTS = Messages.of(PromptFiles.class);

    private Path path(String language, String file) throws SoundFailure {
        return RecordingFolder.of(root, language).path(file);
    }

    Sound read(String language, String file) throws SoundFailure {
        return SoundFiles.read(path(language, file));
    }

    /// Takes a sound over as the recording of a prompt.
    ///
    /// @return what was done, for people
    String take(Path source, String language, String file) throws SoundFailure {
        SoundForm form = SoundFiles.form(source);
        Sound sound = SoundFiles.read(source);
        write(language, file, sound, false);
        return form.isTelephone()
                ? TEXTS.get("import.taken", source.getFileName(), language)
                : TEXTS.get("import.converted", source.getFileName(), language, form.rate(), form.channels());
    }

    private void write(String language, String file, Sound sound, boolean draft) throws SoundFailure {
        try {
            SoundFiles.write(path(language, file), sound, draft);
        } catch (IOException e) {
            throw new SoundFailure(TEXTS.get("write.failed", file, IoReason.of(e)));
        }
    }

    void draft(SpeechSynthesizer voice, String language, String file, String text)
            throws SoundFailure, SpeechFailure, InterruptedException {
        // What is computed in a call cannot be recorded.
        write(language, file, voice.speak(text.replaceAll("\\$\\{[^}]*}", " "), language), true);
    }

    /// Renames the file in every language that has it. Either all are renamed or none.
    void rename(List<String> languages, String file, String newFile) throws SoundFailure {
        for (String language : languages) {
            if (Files.exists(path(language, newFile))) {
                throw new SoundFailure(TEXTS.get("rename.taken", newFile, language));
            }
        }
        try {
            for (String language : languages) {
                Path from = path(language, file);
                Path to = path(language, newFile);
                if (Files.exists(from)) {
                    Files.createDirectories(to.getParent());
                    Files.move(from, to);
                }
            }
        } catch (IOException e) {
            throw new SoundFailure(TEXTS.get("rename.failed", file, IoReason.of(e)));
        }
    }

    void delete(List<String> languages, String file) throws SoundFailure {
        try {
            for (String language : languages) {
                Files.deleteIfExists(path(language, file));
            }
        } catch (IOException e) {
            throw new SoundFailure(TEXTS.get("delete.failed", file, IoReason.of(e)));
        }
    }
}
