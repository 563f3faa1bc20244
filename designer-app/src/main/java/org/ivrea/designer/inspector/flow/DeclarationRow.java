package org.ivrea.designer.inspector.flow;

import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.field.TextFormat.Typed;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Marks;
import org.ivrea.designer.theme.CutText;
import org.ivrea.designer.theme.Icons;
import org.ivrea.flow.document.VariableDeclaration;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.problem.Severity;
import org.jspecify.annotations.Nullable;

/// One variable: name, type, secret, initial value, description.
final class DeclarationRow extends VBox {
    private static final Messages TEXTS = Messages.of(DeclarationRow.class);

    private final DeclarationsEditor owner;
    private final String name;
    private final TextField nameField = new TextField();
    private final ComboBox<String> type = new ComboBox<>();
    private final ToggleButton secret = new ToggleButton(null, Icons.of("unlock"));
    private final TextField initial = new TextField();
    private final TextField description = new TextField();
    private final Label message = Marks.message(Severity.ERROR, "");
    private VariableDeclaration shown;
    private boolean showing;

    DeclarationRow(DeclarationsEditor owner, String name, VariableDeclaration declaration) {
        List.of(nameField, initial, description).forEach(CutText::watch);
        this.owner = owner;
        this.name = name;
        this.shown = declaration;
        getStyleClass().add("inspector-item");
        setId("variable-" + Labels.id(owner.key() + "-" + name));
        nameField.setText(name);
        nameField.getStyleClass().add("inspector-mono");
        nameField.setAccessibleText(TEXTS.get("variable.name"));
        nameField.setMinWidth(60);
        nameField.setOnAction(_ -> rename());
        nameField.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                rename();
            }
        });
        type.getItems().setAll(VariableDeclaration.TYPES);
        type.setAccessibleText(TEXTS.get("variable.type"));
        type.setPrefWidth(92);
        type.setMinWidth(USE_PREF_SIZE);
        type.setOnAction(_ -> change(shown.withType(type.getValue() == null ? shown.type() : type.getValue()), true));
        secret.getStyleClass().addAll("inspector-icon-button");
        secret.setAccessibleText(TEXTS.get("variable.secret"));
        secret.setTooltip(new Tooltip(TEXTS.get("variable.secret.help")));
        secret.setOnAction(_ -> change(shown.withSecret(secret.isSelected()), true));
        initial.setPromptText(TEXTS.get("variable.initial"));
        initial.setAccessibleText(TEXTS.get("variable.initial"));
        initial.textProperty().addListener((_, _, text) -> initialTyped(text));
        description.setPromptText(TEXTS.get("variable.description"));
        description.setAccessibleText(TEXTS.get("variable.description"));
        description.textProperty().addListener((_, _, text) -> change(
                shown.withDescription(text.isEmpty() ? null : text), false));
        HBox.setHgrow(nameField, Priority.ALWAYS);
        HBox.setHgrow(initial, Priority.ALWAYS);
        HBox.setHgrow(description, Priority.ALWAYS);
        initial.setPrefWidth(80);
        description.setPrefWidth(150);
        Button more = Labels.icon("more-vertical", TEXTS.get("variable.more", name), () -> {});
        more.setOnAction(_ -> menu().show(more, Side.BOTTOM, 0, 0));
        getChildren().addAll(new HBox(4, nameField, type, secret, more), new HBox(4, initial, description), message);
        object(null);
        refresh(declaration);
    }

    private ContextMenu menu() {
        MenuItem up = new MenuItem(TEXTS.get("variable.up"));
        up.setOnAction(_ -> owner.move(name, -1));
        MenuItem down = new MenuItem(TEXTS.get("variable.down"));
        down.setOnAction(_ -> owner.move(name, 1));
        MenuItem remove = new MenuItem(TEXTS.get("variable.remove"));
        remove.setId("variable-remove");
        remove.setOnAction(_ -> owner.remove(name));
        return new ContextMenu(up, down, remove);
    }

    void refresh(VariableDeclaration declaration) {
        shown = declaration;
        showing = true;
        try {
            type.setValue(declaration.type());
            secret.setSelected(declaration.secret());
            secret.setGraphic(Icons.of(declaration.secret() ? "lock" : "unlock"));
            Json value = declaration.initial();
            boolean same = value == null
                    ? initial.getText().isBlank()
                    : InitialText.typed(declaration.type(), initial.getText()) instanceof Typed.Value(Json typed)
                            && typed.equals(value);
            if (!same && !message.isVisible()) {
                initial.setText(value == null ? "" : InitialText.of(value));
            }
            String words = declaration.description() == null ? "" : declaration.description();
            if (!words.equals(description.getText())) {
                description.setText(words);
            }
        } finally {
            showing = false;
        }
    }

    private void initialTyped(String text) {
        switch (InitialText.typed(shown.type(), text)) {
            case Typed.Value(Json value) -> {
                object(null);
                change(shown.withInitial(value), false);
            }
            case Typed.Nothing _ -> {
                object(null);
                change(shown.withInitial(null), false);
            }
            case Typed.Wrong(String wrong) -> object(showing ? null : wrong);
        }
    }

    private void object(@Nullable String objection) {
        message.setText(objection == null ? "" : objection);
        message.setVisible(objection != null);
        message.setManaged(objection != null);
    }

    private void change(VariableDeclaration changed, boolean alone) {
        if (!showing && !changed.equals(shown)) {
            owner.declare(name, changed, alone);
        }
    }

    private void rename() {
        String text = nameField.getText().strip();
        if (showing || text.equals(name) || getScene() == null) {
            return;
        }
        String objection = owner.objection(text);
        object(objection);
        if (objection == null) {
            owner.rename(name, text);
        }
    }

    void focusName() {
        nameField.requestFocus();
        nameField.selectAll();
    }

    void focusInitial() {
        initial.requestFocus();
    }
}
