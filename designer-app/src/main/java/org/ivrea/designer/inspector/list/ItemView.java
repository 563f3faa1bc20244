package org.ivrea.designer.inspector.list;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ivrea.designer.inspector.form.FieldEditor;
import org.ivrea.designer.inspector.form.FieldRow;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Marks;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.problem.Severity;

/// An item of a list: what is most important of it in one line, the rest below when it is opened.
abstract class ItemView extends VBox implements ItemsEditor.Shown {
    private final Items items;
    private final int index;
    private final HBox line = new HBox(4);
    private final VBox messages = new VBox(2);
    private final List<FieldEditor> inline = new ArrayList<>();
    private final Button more;
    private List<Problem> problems = List.of();

    ItemView(Items items, int index) {
        this.items = items;
        this.index = index;
        setId("item-" + Labels.id(items.at(index).pointer().toString()));
        getStyleClass().add("inspector-item");
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().add("inspector-item-line");
        more = new ItemMenu(items, index, this).button();
        more.getStyleClass().add("inspector-item-more");
        getChildren().addAll(line, messages);
    }

    static ItemView of(Items items, int index) {
        return items.kind() instanceof org.ivrea.engine.spec.FieldKind.Structure structure
                ? new StructureItem(items, index, structure.type())
                : new SingleItem(items, index);
    }

    final Items items() {
        return items;
    }

    final int index() {
        return index;
    }

    /// What stands in the first line, in front of the menu.
    final void line(List<Node> nodes) {
        line.getChildren().setAll(nodes);
        line.getChildren().add(more);
    }

    abstract List<FieldEditor> editors();

    /// Opens what is folded, where the pointer leads into it.
    void unfold(JsonPointer pointer) {}

    @Override
    public void refresh() {
        editors().forEach(FieldEditor::refresh);
    }

    @Override
    public final void show(List<Problem> all) {
        problems = all;
        showMessages();
    }

    private void showMessages() {
        List<Problem> own = new ArrayList<>(problems);
        List<Label> shown = new ArrayList<>();
        for (FieldEditor editor : editors()) {
            List<Problem> inside = problems.stream()
                    .filter(problem -> problem.pointer().isWithin(editor.slot().inDocument())).toList();
            own.removeAll(inside);
            List<Problem> left = editor.show(inside);
            String objection = inline.contains(editor) ? editor.objection() : null;
            if (objection == null) {
                own.addAll(left);
                Marks.mark(editor.marked(), left.stream().map(Problem::severity).toList());
            } else {
                shown.add(Marks.message(Severity.ERROR, objection));
                Marks.mark(editor.marked(), List.of(Severity.ERROR));
            }
        }
        own.removeAll(shownBelow(problems));
        own.forEach(problem -> shown.add(Marks.message(problem)));
        messages.getChildren().setAll(shown);
        messages.setManaged(!shown.isEmpty());
    }

    /// Problems that rows below the line show.
    List<Problem> shownBelow(List<Problem> problems) {
        return List.of();
    }

    @Override
    public final void focus(JsonPointer pointer) {
        unfold(pointer);
        FieldEditor found = editors().getFirst();
        for (FieldEditor editor : editors()) {
            if (pointer.isWithin(editor.slot().inDocument())) {
                found = editor;
            }
        }
        found.focus(pointer);
    }

    /// Fields of the first line have no label of their own.
    final void describe(FieldEditor editor) {
        inline.add(editor);
        editor.onObjection(this::showMessages);
        String label = editor.slot().spec().label();
        editor.control().setAccessibleText(label);
        editor.prompt(label);
        editor.refresh();
    }

    static FieldRow row(FieldEditor editor) {
        return new FieldRow(editor);
    }
}
