package org.ivrea.designer.inspector.prompt;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.FieldRow;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Marks;
import org.ivrea.designer.inspector.list.ItemMenu;
import org.ivrea.designer.inspector.list.Items;
import org.ivrea.designer.inspector.list.ItemsEditor;
import org.ivrea.designer.theme.Icons;
import org.ivrea.flow.document.NodeId;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;

/// One item of a prompt.
final class PartView extends VBox implements ItemsEditor.Shown {
    private static final Messages TEXTS = Messages.of(PartView.class);

    private final Items items;
    private final int index;
    private final PromptPart part;
    private final List<FieldRow> rows;
    private final VBox messages = new VBox(2);
    private final Button more;

    PartView(Items items, int index, PromptPart part) {
        this.items = items;
        this.index = index;
        this.part = part;
        setId("part-" + Labels.id(items.at(index).pointer().toString()));
        getStyleClass().add("inspector-part");
        more = new ItemMenu(items, index, this).button();
        rows = PartFields.rows(items.at(index), part);
        getChildren().add(header());
        getChildren().addAll(PartFields.arranged(part, rows));
        getChildren().add(messages);
    }

    private HBox header() {
        var icon = Icons.of(part.icon());
        icon.getStyleClass().add("inspector-part-icon");
        Label name = Labels.muted(TEXTS.get("part." + part.key()));
        name.setWrapText(false);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var header = new HBox(5, icon, name, gap);
        header.setAlignment(Pos.CENTER_LEFT);
        if (part == PromptPart.TEXT) {
            var record = Labels.link(TEXTS.get("part.useRecording"), this::useRecording);
            record.setFocusTraversable(false);
            header.getChildren().add(record);
        }
        header.getChildren().add(more);
        return header;
    }

    PromptPart part() {
        return part;
    }

    private void useRecording() {
        if (items.all().get(index) instanceof Json.Obj object) {
            String name = NodeId.from(items.slot().form().node() + "-" + (index + 1));
            Json text = object.get("text");
            items.at(index).set(Json.obj("file", Json.of(name.replaceAll("-1$", "") + ".wav"), "text",
                    text == null ? Json.of("") : text));
        }
    }

    @Override
    public void refresh() {
        rows.forEach(FieldRow::refresh);
    }

    @Override
    public void show(List<Problem> problems) {
        List<Problem> own = new ArrayList<>(problems);
        for (FieldRow row : rows) {
            row.show(problems);
            own.removeIf(problem -> problem.pointer().isWithin(row.editor().slot().inDocument()));
        }
        messages.getChildren().setAll(own.stream().map(Marks::message).toList());
        messages.setManaged(!own.isEmpty());
    }

    @Override
    public void focus(JsonPointer pointer) {
        for (FieldRow row : rows) {
            if (pointer.isWithin(row.editor().slot().inDocument())) {
                row.focus(pointer);
                return;
            }
        }
        if (rows.isEmpty()) {
            more.requestFocus();
        } else {
            rows.getFirst().focus(rows.getFirst().editor().slot().inDocument());
        }
    }
}
