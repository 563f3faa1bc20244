package org.ivrea.designer.window;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.theme.InitialFocus;
import org.ivrea.flow.document.NodeId;
import org.ivrea.flow.project.ProjectTemplate;

/// Asks what a new project begins with, what it is called and where it goes.
final class NewProjectDialog {
    private static final Messages TEXTS = Messages.of(NewProjectDialog.class);

    /// @param folder does not exist, or is empty
    record Wanted(ProjectTemplate template, String name, Path folder) {}

    private final Dialog<Wanted> dialog = new Dialog<>();
    private final TemplateList templates;
    private final TextField name = new TextField();
    private final TextField place = new TextField();
    private final Label result = new Label();
    private String proposed = "";

    NewProjectDialog(Stage owner, Path folder, List<ProjectTemplate> all) {
        if (owner.isShowing()) {
            dialog.initOwner(owner);
        }
        dialog.setTitle(TEXTS.get("new.title"));
        dialog.setGraphic(null);
        dialog.setHeaderText(null);
        templates = new TemplateList(all);
        name.setId("new-name");
        place.setId("new-place");
        place.setText(folder.toString());
        templates.chosenProperty().subscribe(this::propose);
        HBox.setHgrow(place, Priority.ALWAYS);
        var browse = new Button(TEXTS.get("new.browse"));
        browse.setOnAction(_ -> browse(owner));
        result.setWrapText(true);
        result.getStyleClass().addAll("ivrea-muted", "ivrea-small");
        result.setMinHeight(34);
        var content = new VBox(6, labelled("new.template", templates), templates, labelled("new.name", name), name,
                labelled("new.place", place), new HBox(6, place, browse), result);
        VBox.setVgrow(templates, Priority.ALWAYS);
        content.setPrefWidth(570);
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(content);
        var make = new ButtonType(TEXTS.get("new.make"), ButtonBar.ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().setAll(make,
                new ButtonType(TEXTS.get("cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        Button button = (Button) dialog.getDialogPane().lookupButton(make);
        button.setId("new-make");
        templates.onTaken(button::fire);
        name.textProperty().subscribe(_ -> check(button));
        place.textProperty().subscribe(_ -> check(button));
        dialog.setResultConverter(type -> type == make
                ? new Wanted(templates.chosen(), name.getText().strip(), target())
                : null);
        InitialFocus.in(name, dialog);
    }

    private static Label labelled(String key, Node of) {
        var label = new Label(TEXTS.get(key));
        label.setLabelFor(of);
        label.getStyleClass().add("dialog-field");
        return label;
    }

    Optional<Wanted> ask() {
        return dialog.showAndWait();
    }

    /// A name after the template, unless the person wrote one.
    private void propose(ProjectTemplate template) {
        if (name.getText().equals(proposed)) {
            String usual = "new.usual." + template.name();
            proposed = TEXTS.has(usual) ? TEXTS.get(usual) : template.title();
            name.setText(proposed);
        }
    }

    private Path target() {
        return Path.of(place.getText().strip()).resolve(NodeId.from(name.getText()));
    }

    private void check(Node button) {
        String wrong = null;
        try {
            if (name.getText().isBlank() || place.getText().isBlank()) {
                wrong = TEXTS.get("new.missing");
            } else if (Files.exists(target())) {
                wrong = TEXTS.get("new.exists", target());
            }
        } catch (InvalidPathException e) {
            wrong = TEXTS.get("new.invalid", String.valueOf(e.getMessage()));
        }
        button.setDisable(wrong != null);
        result.setText(wrong == null ? TEXTS.get("new.result", target()) : wrong);
        result.getStyleClass().removeAll("ivrea-error", "ivrea-muted");
        result.getStyleClass().add(wrong == null ? "ivrea-muted" : "ivrea-error");
    }

    private void browse(Stage owner) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(TEXTS.get("new.place"));
        var chosen = chooser.showDialog(owner);
        if (chosen != null) {
            place.setText(chosen.toString());
        }
    }
}
