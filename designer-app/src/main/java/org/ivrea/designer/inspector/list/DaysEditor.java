package org.ivrea.designer.inspector.list;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.ivrea.designer.inspector.form.FieldEditor;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.flow.json.Json;

/// Several of a few, such as days of the week.
public final class DaysEditor extends FieldEditor {
    private static final int DAYS = 7;
    private static final int LETTERS = 3;

    private final FlowPane view = new FlowPane(4, 4);
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final List<String> names;

    public DaysEditor(Slot slot, FieldKind.Choice choice) {
        super(slot);
        names = choice.names();
        view.setId("field-" + Labels.id(slot.pointer().toString()));
        boolean days = names.size() == DAYS;
        for (String name : names) {
            String words = Labels.words(name);
            var button = new ToggleButton(days ? words.substring(0, Math.min(LETTERS, words.length())) : words);
            button.setAccessibleText(words);
            button.getStyleClass().add("inspector-chip");
            button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            button.setOnAction(_ -> choose());
            buttons.add(button);
            view.getChildren().add(button);
        }
    }

    private void choose() {
        List<Json> chosen = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            if (buttons.get(index).isSelected()) {
                chosen.add(Json.of(names.get(index)));
            }
        }
        slot().set(Json.arr(chosen));
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node control() {
        return buttons.getFirst();
    }

    @Override
    public Node marked() {
        return view;
    }

    @Override
    public void refresh() {
        List<Json> chosen = slot().meaning() instanceof Json.Arr(var items) ? items : List.of();
        for (int index = 0; index < names.size(); index++) {
            buttons.get(index).setSelected(chosen.contains(Json.of(names.get(index))));
        }
    }
}
