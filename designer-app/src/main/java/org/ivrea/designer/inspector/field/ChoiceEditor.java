package org.ivrea.designer.inspector.field;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.ivrea.designer.inspector.form.FieldEditor;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// One of a few: buttons side by side where they fit, else a list that drops down.
public final class ChoiceEditor extends FieldEditor {
    private static final int MOST_BUTTONS = 4;
    private static final int MOST_LETTERS = 34;

    private final List<String> names;
    private final @Nullable ComboBox<String> combo;
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final HBox segments = new HBox();

    public ChoiceEditor(Slot slot, FieldKind.Choice choice) {
        super(slot);
        names = choice.names();
        String id = "field-" + Labels.id(slot.pointer().toString());
        int letters = names.stream().mapToInt(name -> Labels.words(name).length()).sum();
        if (names.size() <= MOST_BUTTONS && letters <= MOST_LETTERS) {
            combo = null;
            segments.setId(id);
            segment();
        } else {
            combo = new ComboBox<>();
            combo.setId(id);
            combo.setMaxWidth(Double.MAX_VALUE);
            combo.getItems().setAll(names);
            combo.setConverter(new Words());
            combo.setOnAction(_ -> {
                if (combo.getValue() != null) {
                    choose(combo.getValue());
                }
            });
        }
    }

    private void segment() {
        segments.getStyleClass().add("inspector-segments");
        var group = new ToggleGroup();
        for (String name : names) {
            var button = new ToggleButton(Labels.words(name));
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setTooltip(new Tooltip(Labels.words(name)));
            HBox.setHgrow(button, Priority.ALWAYS);
            button.getStyleClass().add(name.equals(names.getFirst())
                    ? "left-pill"
                    : name.equals(names.getLast()) ? "right-pill" : "center-pill");
            button.setOnAction(_ -> {
                button.setSelected(true);
                choose(name);
            });
            button.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, button));
            buttons.add(button);
            segments.getChildren().add(button);
        }
    }

    /// Left and right choose, as with radio buttons.
    private void pressed(KeyEvent event, ToggleButton button) {
        int step = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            default -> 0;
        };
        if (step != 0) {
            ToggleButton next = buttons.get(Math.floorMod(buttons.indexOf(button) + step, buttons.size()));
            next.requestFocus();
            next.fire();
            event.consume();
        }
    }

    private void choose(String name) {
        if (!slot().form().isRefreshing() && !Json.of(name).equals(slot().meaning())) {
            slot().set(Json.of(name));
        }
    }

    @Override
    public Node view() {
        return combo == null ? segments : combo;
    }

    @Override
    public Node control() {
        if (combo != null) {
            return combo;
        }
        return buttons.stream().filter(ToggleButton::isSelected).findFirst().orElse(buttons.getFirst());
    }

    @Override
    public Node marked() {
        return view();
    }

    @Override
    public void refresh() {
        Json value = slot().meaning();
        String name = value == null ? null : value.asText();
        if (combo != null) {
            slot().form().refresh(() -> combo.setValue(name));
            return;
        }
        for (int index = 0; index < names.size(); index++) {
            boolean selected = names.get(index).equals(name);
            buttons.get(index).setSelected(selected);
            // One stop for Tab, as with radio buttons.
            buttons.get(index).setFocusTraversable(selected || name == null || !names.contains(name));
        }
    }

    private static final class Words extends StringConverter<String> {
        @Override
        public String toString(@Nullable String name) {
            return name == null ? "" : Labels.words(name);
        }

        @Override
        public String fromString(String text) {
            return text;
        }
    }
}
