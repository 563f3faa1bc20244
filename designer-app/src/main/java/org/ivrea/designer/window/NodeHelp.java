package org.ivrea.designer.window;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ivrea.designer.command.Overlay;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.theme.Icons;
import org.ivrea.engine.spec.FieldSpec;
import org.ivrea.engine.spec.NodeSpec;
import org.jspecify.annotations.Nullable;

/// What a node type does, and what its fields mean, from the same source as the reference.
final class NodeHelp extends VBox {
    private static final Messages TEXTS = Messages.of(NodeHelp.class);

    private final ScrollPane scroll;
    private final VBox fields = new VBox(12);

    private NodeHelp(NodeSpec spec) {
        getStyleClass().add("cheat-sheet");
        setId("node-help");
        setMaxSize(640, 600);
        var title = new Label(spec.label());
        title.getStyleClass().add("ivrea-title");
        var header = new HBox(8, Icons.chip(spec.info().icon(), spec.group()), title);
        header.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        var help = wrapped(spec.info().help());
        spec.fields().forEach(field -> fields.getChildren().add(field(field)));
        scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        getChildren().addAll(header, help, scroll);
    }

    /// @param field which one is meant in particular, by its name in files; `null` for none
    static void show(StackPane root, NodeSpec spec, @Nullable String field) {
        var help = new NodeHelp(spec);
        Overlay.show(root, help);
        help.scroll.requestFocus();
        if (field != null) {
            help.reveal(field);
        }
    }

    private void reveal(String field) {
        applyCss();
        getParent().layout();
        fields.getChildren().stream().filter(it -> ("help-" + field).equals(it.getId())).findFirst().ifPresent(it -> {
            it.getStyleClass().add("help-field-meant");
            double room = fields.getHeight() - scroll.getViewportBounds().getHeight();
            scroll.setVvalue(room <= 0 ? 0 : Math.min(1, it.getBoundsInParent().getMinY() / room));
        });
    }

    private static VBox field(FieldSpec field) {
        var name = new Label(field.label());
        name.setStyle("-fx-font-weight: bold");
        var inFile = new Label(field.name());
        inFile.getStyleClass().addAll("ivrea-mono", "ivrea-muted");
        var box = new VBox(2, new HBox(8, name, inFile));
        box.setId("help-" + field.name());
        box.getStyleClass().add("help-field");
        if (!field.help().isEmpty()) {
            box.getChildren().add(wrapped(field.help()));
        }
        String range = field.range();
        String usual = field.defaultValue() == null ? "" : TEXTS.get("help.default", field.defaultValue());
        String more = String.join(" · ", java.util.stream.Stream.of(range, usual).filter(it -> !it.isEmpty()).toList());
        if (!more.isEmpty()) {
            var label = wrapped(more);
            label.getStyleClass().addAll("ivrea-muted", "ivrea-small");
            box.getChildren().add(label);
        }
        return box;
    }

    private static Label wrapped(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
