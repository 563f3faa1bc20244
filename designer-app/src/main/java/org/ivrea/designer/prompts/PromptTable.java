package org.ivrea.designer.prompts;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.ivrea.designer.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// Recordings against languages.
final class PromptTable extends TableView<PromptRow> {
    private static final Messages TEXTS = Messages.of(PromptTable.class);

    private List<String> languages = List.of();

    PromptTable() {
        setId("prompts-table");
        var empty = new Label(TEXTS.get("table.empty"));
        empty.getStyleClass().addAll("prompts-empty", "ivrea-muted");
        empty.setWrapText(true);
        setPlaceholder(empty);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setAccessibleText(TEXTS.get("table"));
    }

    /// @param found all of them; what is selected stays selected
    void show(List<PromptRow> found, List<String> inLanguages) {
        if (!inLanguages.equals(languages) || getColumns().isEmpty()) {
            languages = List.copyOf(inLanguages);
            columns();
        }
        PromptRow selected = getSelectionModel().getSelectedItem();
        if (!getItems().equals(found)) {
            getItems().setAll(found);
        }
        if (selected != null) {
            select(selected.file());
        }
    }

    boolean select(String file) {
        for (PromptRow row : getItems()) {
            if (row.file().equals(file)) {
                getSelectionModel().select(row);
                scrollTo(row);
                return true;
            }
        }
        return false;
    }

    private void columns() {
        getColumns().clear();
        var name = new TableColumn<PromptRow, String>(TEXTS.get("column.file"));
        name.setCellValueFactory(cell -> new ReadOnlyStringWrapper(cell.getValue().file()));
        name.setPrefWidth(180);
        getColumns().add(name);
        for (String language : languages) {
            var column = new TableColumn<PromptRow, String>(language);
            column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(words(cell.getValue(), language)));
            column.setCellFactory(_ -> new StateCell(language));
            column.setPrefWidth(90);
            getColumns().add(column);
        }
        var used = new TableColumn<PromptRow, String>(TEXTS.get("column.used"));
        used.setCellValueFactory(cell -> new ReadOnlyStringWrapper(cell.getValue().isUnused()
                ? TEXTS.get("unused")
                : TEXTS.get("used", cell.getValue().uses().size())));
        used.setPrefWidth(80);
        var text = new TableColumn<PromptRow, String>(TEXTS.get("column.text"));
        text.setCellValueFactory(cell -> new ReadOnlyStringWrapper(cell.getValue().texts()
                .getOrDefault(languages.getFirst(), "")));
        text.setCellFactory(_ -> new TextCell());
        text.setPrefWidth(300);
        getColumns().add(used);
        getColumns().add(text);
    }

    static String words(PromptRow row, String language) {
        PromptState state = row.states().getOrDefault(language, PromptState.MISSING);
        if (!state.exists()) {
            return TEXTS.get("missing");
        }
        String seconds = String.format(Locale.getDefault(), "%.1f", state.ms() / 1000.0);
        return TEXTS.get(state.draft() ? "draft" : "recorded", seconds);
    }

    /// All of the text in a tooltip, as most are longer than the column.
    private static final class TextCell extends TableCell<PromptRow, String> {
        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : item);
            if (empty || item == null || item.isEmpty()) {
                setTooltip(null);
            } else {
                var all = new Tooltip(item);
                all.setWrapText(true);
                all.setMaxWidth(420);
                setTooltip(all);
            }
        }
    }

    private static final class StateCell extends TableCell<PromptRow, String> {
        private final String language;

        StateCell(String language) {
            this.language = language;
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            getStyleClass().removeAll("prompts-missing", "prompts-draft", "prompts-recorded");
            PromptRow row = empty ? null : getTableRow().getItem();
            setText(item);
            if (row != null) {
                PromptState state = row.states().getOrDefault(language, PromptState.MISSING);
                getStyleClass().add(!state.exists()
                        ? "prompts-missing"
                        : state.draft()
                                ? "prompts-draft"
                                : "prompts-recorded");
            }
        }
    }
}
