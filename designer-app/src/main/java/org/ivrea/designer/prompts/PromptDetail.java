package org.ivrea.designer.prompts;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ivrea.designer.audio.Sound;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.theme.CutText;
import org.jspecify.annotations.Nullable;

/// One recording: its name, its sound in a language, where it is played.
final class PromptDetail extends ScrollPane {
    private static final Messages TEXTS = Messages.of(PromptDetail.class);

    final TextField name = new TextField();
    final Button rename = new Button(TEXTS.get("rename"));
    final Button play = new Button(TEXTS.get("play"));
    final Button choose = new Button(TEXTS.get("import"));
    final Button draft = new Button(TEXTS.get("draftOne"));
    final Button delete = new Button(TEXTS.get("delete"));
    private final ComboBox<String> language = new ComboBox<>();
    private final Label state = new Label();
    private final Label text = new Label();
    private final Waveform waveform = new Waveform();
    private final VBox content;
    private final Label nothing = new Label(TEXTS.get("nothing"));
    private final VBox uses = new VBox(2);
    private final Consumer<PromptUse> reveal;
    private @Nullable PromptRow row;

    /// @param changed told when another language is chosen: recording and language
    PromptDetail(BiConsumer<PromptRow, String> changed, Consumer<PromptUse> reveal) {
        this.reveal = reveal;
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        name.setId("prompt-name");
        CutText.watch(name);
        name.setAccessibleText(TEXTS.get("name"));
        HBox.setHgrow(name, Priority.ALWAYS);
        rename.setId("prompt-rename");
        play.setId("prompt-play");
        choose.setId("prompt-import");
        draft.setId("prompt-draft");
        delete.setId("prompt-delete");
        delete.getStyleClass().add("danger");
        language.setId("prompt-language");
        language.setAccessibleText(TEXTS.get("language"));
        language.setOnAction(_ -> {
            PromptRow shown = row;
            if (shown != null && language.getValue() != null) {
                describe(shown);
                changed.accept(shown, language.getValue());
            }
        });
        text.setWrapText(true);
        text.getStyleClass().add("ivrea-muted");
        state.setId("prompt-state");
        var title = new Label(TEXTS.get("uses"));
        title.getStyleClass().add("ivrea-caption");
        rename.setMinWidth(USE_PREF_SIZE);
        state.setMinWidth(USE_PREF_SIZE);
        var sound = new FlowPane(6, 6, language, state, play, choose, draft);
        sound.setRowValignment(javafx.geometry.VPos.CENTER);
        content = new VBox(7, new HBox(6, name, rename), sound, waveform, text, title, uses, delete);
        content.getStyleClass().add("prompts-detail");
        nothing.getStyleClass().add("prompts-nothing");
        nothing.setWrapText(true);
        show(null, List.of());
    }

    String chosenLanguage() {
        return Objects.requireNonNullElse(language.getValue(), "");
    }

    @Nullable
    PromptRow row() {
        return row;
    }

    void show(@Nullable PromptRow shown, List<String> languages) {
        boolean same = row != null && shown != null && row.file().equals(shown.file());
        row = shown;
        setContent(shown == null ? nothing : content);
        if (shown == null) {
            return;
        }
        if (!same || !name.isFocused()) {
            name.setText(shown.file());
        }
        if (!language.getItems().equals(languages)) {
            language.getItems().setAll(languages);
        }
        if (language.getValue() == null || !languages.contains(language.getValue())) {
            language.setValue(languages.getFirst());
        }
        describe(shown);
        uses.getChildren().setAll(shown.uses().stream().map(this::link).toList());
        if (shown.isUnused()) {
            uses.getChildren().setAll(new Label(TEXTS.get("unused.long")));
        }
        delete.setDisable(!shown.isUnused());
    }

    private Hyperlink link(PromptUse use) {
        var link = new Hyperlink(use.flow() + " · " + use.node());
        link.setOnAction(_ -> reveal.accept(use));
        return link;
    }

    private void describe(PromptRow shown) {
        PromptState now = shown.states().getOrDefault(chosenLanguage(), PromptState.MISSING);
        state.setText(PromptTable.words(shown, chosenLanguage()));
        text.setText(shown.texts().getOrDefault(chosenLanguage(), ""));
        play.setDisable(!now.exists());
        draft.setDisable(!shown.texts().containsKey(chosenLanguage()));
        if (!now.exists()) {
            waveform.show(Sound.EMPTY);
        }
    }

    void wave(Sound sound) {
        waveform.show(sound);
    }
}
