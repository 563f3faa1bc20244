package org.ivrea.designer.inspector.form;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/// The list that drops down from a field. The focus stays in the field, which passes its keys on.
public final class SuggestionPopup {
    private static final int ROW_HEIGHT = 26;
    private static final int MOST_ROWS = 9;
    private static final int LEAST_WIDTH = 220;

    private final Popup popup = new Popup();
    private final ListView<Suggestion> list = new ListView<>();
    private final Label help = Labels.muted("");
    private Consumer<Suggestion> chosen = _ -> {};

    public SuggestionPopup() {
        list.setId("suggestions");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new SuggestionCell());
        list.setOnMouseClicked(_ -> choose());
        list.getSelectionModel().selectedItemProperty().addListener((_, _, selected) -> describe(selected));
        help.getStyleClass().add("inspector-suggestion-help");
        var box = new VBox(list, help);
        box.getStyleClass().add("inspector-suggestions");
        popup.getContent().add(box);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
    }

    /// @param anchor in the screen: what stays visible above the list
    public void show(Node owner, Bounds anchor, List<Suggestion> suggestions, Consumer<Suggestion> onChosen) {
        if (suggestions.isEmpty() || owner.getScene() == null || owner.getScene().getWindow() == null) {
            hide();
            return;
        }
        chosen = onChosen;
        list.getItems().setAll(suggestions);
        list.setPrefHeight(Math.min(suggestions.size(), MOST_ROWS) * ROW_HEIGHT + 2.0);
        list.setPrefWidth(Math.max(LEAST_WIDTH, anchor.getWidth()));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        if (!popup.isShowing()) {
            popup.show(owner, anchor.getMinX(), anchor.getMaxY() + 2);
            // A popup has a scene of its own, which looks like that of its owner only when it is told.
            popup.getScene().getStylesheets().setAll(owner.getScene().getStylesheets());
            popup.getScene().getStylesheets().add(Sheets.INSPECTOR);
        }
    }

    public void hide() {
        popup.hide();
    }

    public boolean isShowing() {
        return popup.isShowing();
    }

    /// Up and down, Enter and Tab to choose, Escape to close.
    ///
    /// @return whether the key was meant for the list
    public boolean handle(KeyEvent event) {
        if (!popup.isShowing()) {
            return false;
        }
        boolean meant = true;
        int index = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> select(index + 1);
            case UP -> select(index - 1);
            case PAGE_DOWN -> select(index + MOST_ROWS);
            case PAGE_UP -> select(index - MOST_ROWS);
            case ENTER -> choose();
            case TAB -> {
                choose();
                meant = event.getCode() != KeyCode.TAB || !event.isShiftDown();
            }
            case ESCAPE -> hide();
            default -> meant = false;
        }
        if (meant) {
            event.consume();
        }
        return meant;
    }

    private void select(int index) {
        int inside = Math.clamp(index, 0, list.getItems().size() - 1);
        list.getSelectionModel().select(inside);
        list.scrollTo(Math.max(0, inside - MOST_ROWS + 1));
    }

    private void choose() {
        Suggestion selected = list.getSelectionModel().getSelectedItem();
        hide();
        if (selected != null) {
            chosen.accept(selected);
        }
    }

    private void describe(@Nullable Suggestion selected) {
        String words = selected == null ? "" : selected.help();
        boolean has = !words.isEmpty();
        help.setText(words);
        help.setVisible(has);
        help.setManaged(has);
    }

    private static final class SuggestionCell extends ListCell<Suggestion> {
        private final Label text = new Label();
        private final Label detail = Labels.muted("");
        private final HBox box;

        SuggestionCell() {
            text.getStyleClass().add("inspector-mono");
            text.setMinWidth(Region.USE_PREF_SIZE);
            detail.setWrapText(false);
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            box = new HBox(10, text, gap, detail);
        }

        @Override
        protected void updateItem(@Nullable Suggestion item, boolean empty) {
            super.updateItem(item, empty);
            if (item == null || empty) {
                setGraphic(null);
                return;
            }
            text.setText(item.text());
            detail.setText(item.detail());
            setGraphic(box);
        }
    }
}
