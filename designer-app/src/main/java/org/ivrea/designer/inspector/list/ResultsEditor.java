package org.ivrea.designer.inspector.list;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.FieldEditor;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.engine.node.FlowReturn;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// The exits of a subflow, beside those at which the flow really returns.
public final class ResultsEditor extends FieldEditor {
    private static final Messages TEXTS = Messages.of(ResultsEditor.class);

    private final ListEditor list;
    private final VBox view;
    private final HBox hint = new HBox(4);

    public ResultsEditor(Slot slot, FieldKind item) {
        super(slot);
        list = new ListEditor(slot, item);
        hint.setAlignment(Pos.CENTER_LEFT);
        view = new VBox(4, list.view(), hint);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node control() {
        return list.control();
    }

    @Override
    public Node marked() {
        return list.view();
    }

    @Override
    public @Nullable Node accessory() {
        return list.accessory();
    }

    @Override
    public void refresh() {
        list.refresh();
        FlowDocument flow = MapNames.target(slot().form());
        hint.getChildren().clear();
        if (flow != null) {
            List<String> exits = flow.exits().isEmpty() ? List.of(FlowReturn.DEFAULT_EXIT) : flow.exits();
            Json wanted = Json.arr(exits.stream().map(Json::of).toList());
            Label words = Labels.muted(
                    TEXTS.get("results.of", MapNames.targetName(slot().form()), String.join(", ", exits)));
            hint.getChildren().add(words);
            if (!wanted.equals(slot().meaning())) {
                var use = Labels.link(TEXTS.get("results.use"), () -> {
                    slot().set(wanted);
                    refresh();
                });
                use.setId("use-exits");
                hint.getChildren().add(use);
            }
        }
        hint.setManaged(!hint.getChildren().isEmpty());
    }

    @Override
    public List<Problem> show(List<Problem> problems) {
        return list.show(problems);
    }

    @Override
    public void focus(JsonPointer pointer) {
        list.focus(pointer);
    }
}
