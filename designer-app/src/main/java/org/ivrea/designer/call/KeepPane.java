package org.ivrea.designer.call;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.ivrea.designer.simulation.CallHistory;
import org.ivrea.designer.simulation.CallSession;
import org.ivrea.designer.simulation.ScriptDraft;
import org.ivrea.designer.simulation.ScriptFiles;
import org.ivrea.designer.simulation.TraceFiles;
import org.ivrea.engine.simulation.RecordedLengths;
import org.ivrea.engine.trace.TraceJson.Timed;
import org.jspecify.annotations.Nullable;

/// Keeps a call: as a call script, or as a trace.
final class KeepPane extends VBox {
    private final CallModel model;
    private final Executor ui;
    private final TextField name = new TextField();
    private final HBox naming;
    private final Label message = Parts.label("", "ivrea-small");
    private @Nullable String overwrites;

    /// @param ui runs what belongs on the thread of the user interface
    KeepPane(CallModel model, Executor ui) {
        this.model = model;
        this.ui = ui;
        setId("call-keep");
        getStyleClass().add("call-keep");
        Button script = Parts.button("keep-script", PhoneTexts.TEXT.get("keep.script"), this::askName);
        Button trace = Parts.button("keep-trace", PhoneTexts.TEXT.get("keep.trace"), this::saveTrace);
        script.getStyleClass().addAll("small", "flat");
        trace.getStyleClass().addAll("small", "flat");
        name.setId("keep-name");
        name.setPromptText(PhoneTexts.TEXT.get("keep.name"));
        name.setOnAction(_ -> saveScript());
        name.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                Parts.show(naming(), false);
                event.consume();
            }
        });
        HBox.setHgrow(name, Priority.ALWAYS);
        naming = new HBox(6, name, Parts.button("keep-save", PhoneTexts.TEXT.get("keep.save"), this::saveScript));
        message.setId("keep-message");
        message.setWrapText(true);
        message.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(new HBox(4, script, Parts.spring(), trace), naming, message);
        Parts.show(naming, false);
        Parts.show(message, false);
    }

    private HBox naming() {
        return naming;
    }

    private void askName() {
        Parts.show(naming, true);
        Parts.show(message, false);
        name.requestFocus();
    }

    private void say(String text, boolean bad) {
        message.setText(text);
        message.getStyleClass().setAll("label", "ivrea-small", bad ? "ivrea-error" : "ivrea-muted");
        Parts.show(message, true);
    }

    private void saveScript() {
        CallSession session = model.session();
        if (session == null) {
            return;
        }
        Path folder = model.workspace().folder();
        String file;
        try {
            file = ScriptFiles.fileOf(name.getText());
        } catch (IllegalArgumentException e) {
            say(String.valueOf(e.getMessage()), true);
            return;
        }
        if (ScriptFiles.exists(folder, file) && !file.equals(overwrites)) {
            overwrites = file;
            say(PhoneTexts.TEXT.get("keep.exists", file), true);
            return;
        }
        CallHistory history = session.history();
        Thread.ofVirtual().name("ivrea-keep").start(() -> {
            try {
                ScriptDraft draft = ScriptDraft.of(history, session.project(),
                        new RecordedLengths(session.project().project().prompts()), file);
                ScriptFiles.write(folder, draft);
                ui.execute(() -> saved(draft));
            } catch (IOException | RuntimeException e) {
                ui.execute(() -> say(String.valueOf(e.getMessage()), true));
            }
        });
    }

    private void saved(ScriptDraft draft) {
        overwrites = null;
        Parts.show(naming, false);
        String key = draft.faithful() ? "keep.saved" : "keep.saved-differs";
        say(PhoneTexts.TEXT.get(key, draft.script().file()), !draft.faithful());
    }

    private void saveTrace() {
        CallSession session = model.session();
        if (session == null) {
            return;
        }
        var chooser = new FileChooser();
        chooser.setTitle(PhoneTexts.TEXT.get("keep.trace"));
        chooser.setInitialFileName("call.trace");
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            saveTrace(file.toPath(), session.events(0));
        }
    }

    private void saveTrace(Path file, List<Timed> events) {
        Thread.ofVirtual().name("ivrea-keep").start(() -> {
            try {
                TraceFiles.write(file, events);
                ui.execute(() -> say(PhoneTexts.TEXT.get("keep.trace-saved", file.getFileName()), false));
            } catch (IOException e) {
                ui.execute(() -> say(PhoneTexts.TEXT.get("keep.trace-failed", String.valueOf(e.getMessage())), true));
            }
        });
    }
}
