package org.ivrea.designer.window;

import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.settings.Preferences;
import org.ivrea.designer.settings.ThemeChoice;

/// What a person likes better one way or the other. Each choice is seen at once, and kept.
final class PreferencesDialog {
    private static final Messages TEXTS = Messages.of(PreferencesDialog.class);
    private static final double WIDTH = 420;

    private final MainWindow window;
    private final Dialog<Void> dialog = new Dialog<>();

    PreferencesDialog(MainWindow window) {
        this.window = window;
        window.ask().prepare(dialog, TEXTS.get("preferences"));
        dialog.setHeaderText(null);
        var content = new VBox(8, caption("look"), themes(),
                choice("grid", Preferences::grid, Preferences::withGrid),
                choice("minimap", Preferences::minimap, Preferences::withMinimap),
                choice("animations", Preferences::animations, Preferences::withAnimations),
                caption("editing"), choice("snap", Preferences::snap, Preferences::withSnap),
                choice("autosave", Preferences::autosave, Preferences::withAutosave), reopen(), caption("sound"),
                choice("draftVoice", Preferences::draftVoice, Preferences::withDraftVoice));
        content.setPrefWidth(WIDTH);
        dialog.getDialogPane().setId("preferences");
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes()
                .setAll(new ButtonType(TEXTS.get("understood"), ButtonBar.ButtonData.CANCEL_CLOSE));
    }

    void show() {
        dialog.showAndWait();
    }

    private static Label caption(String key) {
        var label = new Label(TEXTS.get("preferences." + key));
        label.getStyleClass().addAll("ivrea-caption", "preferences-caption");
        return label;
    }

    private HBox themes() {
        var row = new HBox();
        var group = new ToggleGroup();
        ThemeChoice[] all = ThemeChoice.values();
        for (ThemeChoice theme : all) {
            String name = theme.name().toLowerCase(java.util.Locale.ROOT);
            var button = new ToggleButton(TEXTS.get("preferences.theme." + name));
            button.setId("preferences-theme-" + name);
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.getStyleClass().add(theme == all[0]
                    ? "left-pill"
                    : theme == all[all.length - 1] ? "right-pill" : "center-pill");
            button.setSelected(window.settings().get().theme() == theme);
            button.setOnAction(_ -> {
                button.setSelected(true);
                window.settings().change(now -> now.withTheme(theme));
                window.applyTheme();
                window.refresh();
            });
            row.getChildren().add(button);
        }
        return row;
    }

    private VBox choice(String key, Function<Preferences, Boolean> get,
            BiFunction<Preferences, Boolean, Preferences> set) {
        return box(key, get.apply(window.preferences()),
                chosen -> window.prefer(set.apply(window.preferences(), chosen)));
    }

    private VBox reopen() {
        return box("reopen", window.settings().get().reopen(),
                chosen -> window.settings().change(now -> now.withReopen(chosen)));
    }

    private static VBox box(String key, boolean now, java.util.function.Consumer<Boolean> change) {
        var box = new CheckBox(TEXTS.get("preferences." + key));
        box.setId("preferences-" + key);
        box.setSelected(now);
        box.setOnAction(_ -> change.accept(box.isSelected()));
        var help = new Label(TEXTS.get("preferences." + key + ".help"));
        help.getStyleClass().addAll("ivrea-muted", "ivrea-small", "preferences-help");
        help.setWrapText(true);
        box.setAccessibleHelp(help.getText());
        return new VBox(1, box, help);
    }
}
