package org.ivrea.designer.inspector.prompt;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.FileChooser;
import org.ivrea.designer.audio.RecordingFolder;
import org.ivrea.designer.audio.Sound;
import org.ivrea.designer.audio.SoundFailure;
import org.ivrea.designer.audio.SoundFiles;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.field.Formats;
import org.ivrea.designer.inspector.field.SuggestEditor;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Marks;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.designer.inspector.form.Suggestion;
import org.ivrea.flow.document.NodeId;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.problem.Severity;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.PromptLookup;
import org.jspecify.annotations.Nullable;

/// The file of a recording, chosen among those of the project or brought in from elsewhere, and in which languages it
/// is missing.
final class RecordingEditor extends SuggestEditor {
    private static final Messages TEXTS = Messages.of(RecordingEditor.class);

    private @Nullable String trouble;

    RecordingEditor(Slot slot) {
        super(slot, Formats.PLAIN);
        addButton(Labels.icon("folder", TEXTS.get("recording.choose"), this::choose));
        field().setPromptText(TEXTS.get("recording.prompt"));
    }

    private Project project() {
        return slot().form().around().workspace().project();
    }

    @Override
    protected List<Suggestion> suggestions() {
        SortedSet<String> names = new TreeSet<>();
        Path root = project().root();
        if (root != null) {
            project().settings().languages()
                    .forEach(language -> names.addAll(RecordingFolder.of(root, language).names()));
        }
        return names.stream().map(name -> Suggestion.of(name, "")).toList();
    }

    @Override
    protected List<Node> hint() {
        String name = field().getText();
        List<Node> hint = new ArrayList<>();
        if (trouble != null) {
            hint.add(Marks.message(Severity.ERROR, trouble));
            return hint;
        }
        if (name.isEmpty()) {
            return hint;
        }
        for (String language : project().settings().languages()) {
            boolean found = project().prompts().find(name, language) instanceof PromptLookup.Found;
            Label label = Labels.muted(TEXTS.get(found ? "recording.found" : "recording.missing", language));
            label.setWrapText(false);
            if (!found) {
                label.getStyleClass().add("inspector-warning");
            }
            hint.add(label);
        }
        hint.add(Labels.link(TEXTS.get("recording.show"), () -> slot().form().around().openPrompt(name)));
        return hint;
    }

    private void choose() {
        var chooser = new FileChooser();
        chooser.setTitle(TEXTS.get("recording.choose"));
        chooser.getExtensionFilters().add(
                new FileChooser.ExtensionFilter(TEXTS.get("recording.files"), "*.wav", "*.aif", "*.aiff", "*.au"));
        Path root = project().root();
        if (root != null) {
            File folder = RecordingFolder.of(root, project().settings().defaultLanguage()).folder().toFile();
            chooser.setInitialDirectory(folder.isDirectory() ? folder : root.toFile());
        }
        File file = chooser.showOpenDialog(field().getScene().getWindow());
        if (file != null) {
            take(file.toPath());
        }
    }

    /// A file of the project is named; another one is copied into it, in the telephone's form.
    void take(Path file) {
        Path root = project().root();
        trouble = null;
        if (root == null) {
            trouble = TEXTS.get("recording.unsaved");
        } else {
            try {
                slot().set(Json.of(named(file, root)));
            } catch (SoundFailure | IOException e) {
                trouble = e.getMessage();
            }
        }
        refresh();
    }

    private String named(Path file, Path root) throws SoundFailure, IOException {
        for (String language : project().settings().languages()) {
            Path folder = RecordingFolder.of(root, language).folder().toAbsolutePath().normalize();
            Path chosen = file.toAbsolutePath().normalize();
            if (chosen.startsWith(folder)) {
                return folder.relativize(chosen).toString().replace('\\', '/');
            }
        }
        Sound sound = SoundFiles.read(file);
        String base = file.getFileName().toString().replaceAll("\\.[^.]*$", "");
        String name = NodeId.from(base) + ".wav";
        RecordingFolder folder = RecordingFolder.of(root, project().settings().defaultLanguage());
        SoundFiles.write(folder.path(name), sound, false);
        return name;
    }
}
