package org.ivrea.designer.inspector.list;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.field.KeysEditor;
import org.ivrea.designer.inspector.form.FieldEditor;
import org.ivrea.designer.inspector.form.FieldRow;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.designer.theme.Icons;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.engine.spec.FieldSpec;
import org.ivrea.engine.spec.RecordSpec;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// An item that is an object: its main fields in one line, the others below when it is opened.
final class StructureItem extends ItemView {
    private static final Messages TEXTS = Messages.of(StructureItem.class);

    private final List<FieldEditor> inline = new ArrayList<>();
    private final List<FieldRow> details = new ArrayList<>();
    private final VBox below = new VBox();
    private final @Nullable Button chevron;
    private final @Nullable FieldSpec exit;
    private final @Nullable FieldSpec weight;
    private final Hyperlink target = Labels.link("", this::revealTarget);
    private final Label share = Labels.muted("");

    StructureItem(Items items, int index, RecordSpec type) {
        super(items, index);
        InlineFields fields = InlineFields.of(type);
        exit = fields.exit();
        weight = fields.weight();
        Slot slot = items.at(index);
        List<Node> line = new ArrayList<>();
        for (FieldSpec field : fields.inline()) {
            FieldEditor editor = slot.form().editorOf(slot.member(field));
            inline.add(editor);
            describe(editor);
            line.add(sized(editor, fields.inline().size()));
        }
        for (FieldSpec field : fields.others()) {
            details.add(row(slot.form().editorOf(slot.member(field))));
        }
        addDecoration(line);
        chevron = details.isEmpty()
                ? null
                : Labels.icon("chevron-right", TEXTS.get("item.details", index + 1),
                        () -> open(!below.isVisible()));
        if (chevron != null) {
            line.add(chevron);
            below.getStyleClass().add("inspector-item-details");
            below.getChildren().setAll(details);
            getChildren().add(below);
            open(details.stream().anyMatch(row -> row.editor().slot().isSet()));
        }
        line(line);
        refresh();
    }

    private void addDecoration(List<Node> line) {
        if (weight != null) {
            share.getStyleClass().add("inspector-share");
            share.setWrapText(false);
            line.add(share);
        }
        // Beside an expression there is no room.
        if (exit != null && inline.stream().noneMatch(StructureItem::isExpression)) {
            target.getStyleClass().add("inspector-target");
            target.setTextOverrun(OverrunStyle.ELLIPSIS);
            target.setFocusTraversable(false);
            target.setMinWidth(0);
            line.add(target);
        }
    }

    /// Keys and times take little room, and leave the rest to the others.
    private static Node sized(FieldEditor editor, int count) {
        Node view = editor.view();
        if (editor instanceof KeysEditor keys) {
            keys.withoutKeypad();
            keys.field().setPrefColumnCount(2);
            keys.field().setPrefWidth(46);
            keys.field().setMaxWidth(80);
            return view;
        }
        if (view instanceof Region region) {
            region.setMinWidth(60);
            region.setPrefWidth(count == 1 || isExpression(editor) ? 200 : 110);
        }
        HBox.setHgrow(view, Priority.ALWAYS);
        return view;
    }

    private static boolean isExpression(FieldEditor editor) {
        return editor.slot().spec().kind() instanceof FieldKind.Cel;
    }

    private void open(boolean opened) {
        below.setVisible(opened);
        below.setManaged(opened);
        if (chevron != null) {
            chevron.setGraphic(Icons.of(opened ? "chevron-down" : "chevron-right"));
        }
    }

    private @Nullable String targetId() {
        if (exit == null) {
            return null;
        }
        Json name = items().at(index()).member(exit).value();
        String text = name == null ? null : name.asText();
        return text == null ? null : items().slot().form().document().target(text);
    }

    private void revealTarget() {
        String id = targetId();
        if (id != null) {
            items().slot().form().around().reveal(id);
        }
    }

    @Override
    List<FieldEditor> editors() {
        List<FieldEditor> all = new ArrayList<>(inline);
        details.forEach(row -> all.add(row.editor()));
        return all;
    }

    @Override
    public void refresh() {
        inline.forEach(FieldEditor::refresh);
        details.forEach(FieldRow::refresh);
        refreshTarget();
        refreshShare();
    }

    private void refreshTarget() {
        String id = targetId();
        NodeDocument node = id == null ? null : items().slot().form().flow().node(id);
        String label = node == null ? "" : node.label() == null ? String.valueOf(id) : node.label();
        target.setText(label.isEmpty() ? "" : "→ " + label);
        target.setTooltip(label.isEmpty() ? null : new Tooltip(TEXTS.get("item.target", label)));
        // Its room stays, so that the fields of all rows end at one line.
        target.setVisible(!label.isEmpty());
    }

    private void refreshShare() {
        if (weight == null) {
            return;
        }
        long sum = 0;
        for (int at = 0; at < items().all().size(); at++) {
            sum += weightAt(at);
        }
        share.setText(sum == 0 ? "" : Math.round(1000.0 * weightAt(index()) / sum) / 10.0 + " %");
        share.setText(share.getText().replace(".0 %", " %"));
    }

    private long weightAt(int at) {
        if (weight == null) {
            return 0;
        }
        Json value = items().at(at).member(weight).meaning();
        return value instanceof Json.Num(BigDecimal number) && number.precision() < 10
                ? Math.max(0, number.longValue())
                : 0;
    }

    @Override
    List<Problem> shownBelow(List<Problem> problems) {
        details.forEach(row -> row.show(problems));
        List<Problem> below = problems.stream().filter(problem -> details.stream()
                .anyMatch(row -> problem.pointer().isWithin(row.editor().slot().inDocument()))).toList();
        if (!below.isEmpty()) {
            open(true);
        }
        return below;
    }

    @Override
    void unfold(JsonPointer pointer) {
        if (details.stream().anyMatch(row -> pointer.isWithin(row.editor().slot().inDocument()))) {
            open(true);
        }
    }
}
