package org.ivrea.designer.inspector.schedule;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.FieldEditor;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.designer.inspector.list.ListEditor;
import org.ivrea.engine.node.Field.TextKind;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.engine.spec.RecordSpec;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;

/// Hours of the week, drawn in a grid, and below it the list that they are in files, for times to the minute.
public final class WeekEditor extends FieldEditor {
    private static final Messages TEXTS = Messages.of(WeekEditor.class);
    private static final int NINE = 9 * 60;
    private static final int FIVE = 17 * 60;
    private static final int WORKDAYS = 5;

    private final WeekGrid grid;
    private final ListEditor list;
    private final TitledPane exact;
    private final VBox view;

    public WeekEditor(Slot slot, FieldKind item) {
        super(slot);
        grid = new WeekGrid(this::changed);
        grid.setId("week-" + Labels.id(slot.pointer().toString()));
        list = new ListEditor(slot, item);
        Node add = list.accessory();
        var details = new VBox(4, list.view());
        if (add != null) {
            details.getChildren().add(add);
        }
        exact = new TitledPane(TEXTS.get("exact"), details);
        exact.getStyleClass().add("inspector-fold");
        exact.setAnimated(false);
        exact.setExpanded(false);
        var usual = Labels.link(TEXTS.get("usual"), () -> changed(usual()));
        var clear = Labels.link(TEXTS.get("clear"), () -> changed(Week.CLOSED));
        var links = new HBox(10, usual, clear);
        links.setAlignment(Pos.CENTER_LEFT);
        view = new VBox(4, grid, links, exact);
    }

    /// Whether the items of a list are hours of days of the week: days, from, to.
    public static boolean fits(FieldKind item) {
        if (!(item instanceof FieldKind.Structure(RecordSpec type))) {
            return false;
        }
        long times = type.fields().stream()
                .filter(field -> field.kind() instanceof FieldKind.Text(TextKind text, String _)
                        && text == TextKind.TIME_OF_DAY && field.required())
                .count();
        boolean days = type.fields().stream()
                .anyMatch(field -> field.name().equals("days")
                        && field.kind() instanceof FieldKind.ListOf(FieldKind.Choice choice)
                        && choice.names().contains("monday"));
        return days && times == 2;
    }

    private static Week usual() {
        Week week = Week.CLOSED;
        for (int day = 0; day < WORKDAYS; day++) {
            week = week.with(day, NINE, FIVE, true);
        }
        return week;
    }

    private void changed(Week week) {
        Json periods = week.periods();
        if (periods.equals(Json.arr())) {
            slot().reset();
        } else {
            slot().set(periods);
        }
        refresh();
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node control() {
        return grid;
    }

    @Override
    public void refresh() {
        List<Json> periods = slot().value() instanceof Json.Arr(var items) ? items : List.of();
        grid.show(Week.of(periods));
        list.refresh();
    }

    @Override
    public List<Problem> show(List<Problem> problems) {
        List<Problem> own = list.show(problems);
        if (own.size() < problems.size()) {
            exact.setExpanded(true);
        }
        return own;
    }

    @Override
    public void focus(JsonPointer pointer) {
        if (pointer.equals(slot().inDocument())) {
            grid.requestFocus();
        } else {
            exact.setExpanded(true);
            list.focus(pointer);
        }
    }
}
