package org.ivrea.designer.window;

import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.flow.project.ProjectTemplate;
import org.jspecify.annotations.Nullable;

/// What a new project can begin with; one of them is always chosen.
final class TemplateList extends ListView<ProjectTemplate> {
    private static final Messages TEXTS = Messages.of(TemplateList.class);
    private static final double LINE = 46;

    private final SimpleObjectProperty<ProjectTemplate> chosen;

    TemplateList(List<ProjectTemplate> all) {
        chosen = new SimpleObjectProperty<>(all.getFirst());
        setId("new-templates");
        setAccessibleText(TEXTS.get("new.template"));
        getStyleClass().add("template-list");
        setFixedCellSize(LINE);
        setPrefHeight(LINE * Math.min(all.size(), 6) + 4);
        setMinHeight(2 * LINE);
        getItems().setAll(all);
        setCellFactory(_ -> new Cell());
        // A click with Ctrl takes the selection away; then the one before counts on.
        getSelectionModel().selectedItemProperty().subscribe(template -> {
            if (template != null) {
                chosen.set(template);
            }
        });
        all.stream().filter(template -> template.name().equals(ProjectTemplate.USUAL)).findFirst()
                .ifPresentOrElse(getSelectionModel()::select, getSelectionModel()::selectFirst);
    }

    /// Runs when one is double-clicked, or Enter is pressed on it: a list keeps that key from the dialog's own button.
    void onTaken(Runnable take) {
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                take.run();
                event.consume();
            }
        });
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
                take.run();
            }
        });
    }

    ProjectTemplate chosen() {
        return chosen.get();
    }

    ObservableValue<ProjectTemplate> chosenProperty() {
        return chosen;
    }

    private static final class Cell extends ListCell<ProjectTemplate> {
        private final Label title = new Label();
        private final Label sample = new Label(TEXTS.get("new.template.sample"));
        private final Label description = new Label();
        private final VBox content;

        Cell() {
            title.getStyleClass().add("welcome-card-title");
            sample.getStyleClass().addAll("ivrea-muted", "ivrea-small");
            description.getStyleClass().addAll("ivrea-muted", "ivrea-small");
            var room = new Region();
            HBox.setHgrow(room, Priority.ALWAYS);
            content = new VBox(1, new HBox(title, room, sample), description);
            // Cut where there is no room, instead of a list that scrolls sideways.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable ProjectTemplate item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(item == null ? null : content);
            if (item != null) {
                setId("template-" + item.name());
                title.setText(item.title());
                description.setText(item.description());
                sample.setVisible(item.isSample());
                setAccessibleText(item.title() + ". " + item.description());
            }
        }
    }
}
