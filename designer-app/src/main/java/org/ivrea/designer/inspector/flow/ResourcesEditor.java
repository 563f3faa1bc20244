package org.ivrea.designer.inspector.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.workspace.ProjectEdit;
import org.ivrea.designer.workspace.ProjectEditor;
import org.ivrea.flow.project.ProjectDocument;
import org.ivrea.flow.project.ResourceDeclaration;
import org.ivrea.flow.project.ResourceKind;
import org.jspecify.annotations.Nullable;

/// What the project needs of a server: queues, gateways, services… by name. Each server says what stands behind them.
final class ResourcesEditor extends VBox {
    private static final Messages TEXTS = Messages.of(ResourcesEditor.class);

    private final ProjectEditor editor;
    private final VBox list = new VBox(8);
    private final ComboBox<ResourceKind> kind = new ComboBox<>();
    private final TextField name = new TextField();
    private @Nullable Map<Resource, String> shown;

    private record Resource(ResourceKind kind, String name) {}

    ResourcesEditor(ProjectEditor editor) {
        this.editor = editor;
        getStyleClass().add("inspector-row");
        var title = new Label(TEXTS.get("resources"));
        title.getStyleClass().add("inspector-label");
        kind.getItems().setAll(ResourceKind.values());
        kind.setValue(ResourceKind.QUEUE);
        kind.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable ResourceKind value) {
                return value == null ? "" : Labels.words(value.key());
            }

            @Override
            public @Nullable ResourceKind fromString(@Nullable String text) {
                return text == null ? null : ResourceKind.of(text);
            }
        });
        kind.setId("resource-kind");
        kind.setAccessibleText(TEXTS.get("resource.kind"));
        name.setId("resource-name");
        name.setPromptText(TEXTS.get("resource.name"));
        name.setAccessibleText(TEXTS.get("resource.name"));
        name.setOnAction(_ -> add());
        HBox.setHgrow(name, Priority.ALWAYS);
        var add = new Button(TEXTS.get("resource.add"));
        add.getStyleClass().add("inspector-button");
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(_ -> add());
        kind.setPrefWidth(110);
        kind.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(title, Labels.muted(TEXTS.get("resources.help")), list, new HBox(4, kind, name, add));
    }

    private static Map<Resource, String> resources(ProjectDocument project) {
        Map<Resource, String> all = new LinkedHashMap<>();
        for (ResourceKind kind : ResourceKind.values()) {
            project.resources(kind).forEach((name, declaration) -> all.put(new Resource(kind, name),
                    Objects.requireNonNullElse(declaration.description(), "")));
        }
        return all;
    }

    void refresh() {
        Map<Resource, String> all = resources(editor.document());
        boolean sameNames = shown != null && shown.keySet().equals(all.keySet());
        if (all.equals(shown) || sameNames && isTypedIn()) {
            return;
        }
        shown = all;
        list.getChildren().setAll(all.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue())).toList());
        if (all.isEmpty()) {
            list.getChildren().setAll(Labels.muted(TEXTS.get("none")));
        }
    }

    private boolean isTypedIn() {
        return getScene() != null && getScene().getFocusOwner() instanceof TextField field && field != name
                && list.lookupAll("TextField").contains(field);
    }

    private VBox row(Resource resource, String words) {
        var label = new Label(resource.name());
        label.getStyleClass().add("inspector-mono");
        label.setMinWidth(40);
        Label type = Labels.muted(Labels.words(resource.kind().key()));
        type.setWrapText(false);
        type.setMinWidth(USE_PREF_SIZE);
        type.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(type, Priority.ALWAYS);
        var description = new TextField(words);
        description.setPromptText(TEXTS.get("resource.description"));
        description.setAccessibleText(TEXTS.get("resource.descriptionOf", resource.name()));
        description.textProperty().addListener((_, _, text) -> {
            ResourceDeclaration before = editor.document().resources(resource.kind()).get(resource.name());
            if (before != null) {
                editor.apply(edit(resource, new ResourceDeclaration(text.isEmpty() ? null : text, before.extra()))
                        .mergingBy(resource));
            }
        });
        Button remove = Labels.icon("x", TEXTS.get("resource.remove", resource.name()), () -> {
            editor.apply(edit(resource, null));
            refresh();
        });
        var heading = new HBox(6, label, type, remove);
        heading.setAlignment(Pos.CENTER_LEFT);
        return new VBox(heading, description);
    }

    private static ProjectEdit edit(Resource resource, @Nullable ResourceDeclaration declaration) {
        return ProjectEdit.of(TEXTS.get("resource.edit", resource.name()),
                project -> project.withResource(resource.kind(), resource.name(), declaration));
    }

    private void add() {
        String text = name.getText().strip();
        ResourceKind chosen = kind.getValue();
        if (chosen != null && !text.isEmpty() && !editor.document().resources(chosen).containsKey(text)) {
            editor.apply(edit(new Resource(chosen, text), new ResourceDeclaration(null)));
            name.clear();
            refresh();
        }
        name.requestFocus();
    }
}
