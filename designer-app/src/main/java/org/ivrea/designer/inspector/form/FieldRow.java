package org.ivrea.designer.inspector.form;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.engine.spec.FieldSpec;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.problem.Severity;
import org.jspecify.annotations.Nullable;

/// A field in a form: label, help, editor, and what is wrong.
public final class FieldRow extends VBox {
    private static final Messages TEXTS = Messages.of(FieldRow.class);

    private final FieldEditor editor;
    private final VBox messages = new VBox(2);
    private final Hyperlink reset = Labels.link(TEXTS.get("reset"), this::reset);
    private final @Nullable HelpButton help;
    private List<Problem> problems = List.of();

    public FieldRow(FieldEditor editor) {
        this.editor = editor;
        FieldSpec spec = editor.slot().spec();
        getStyleClass().add("inspector-row");
        setId("row-" + Labels.id(editor.slot().pointer().toString()));
        help = HelpButton.hasHelp(spec) ? new HelpButton(spec, this::openHelp) : null;
        reset.setTooltip(new Tooltip(TEXTS.get("reset.to", Defaults.words(spec))));
        reset.setAccessibleText(TEXTS.get("reset.field", spec.label()));
        reset.setFocusTraversable(false);
        reset.getStyleClass().add("inspector-reset");
        editor.control().setAccessibleText(spec.label());
        if (help != null) {
            editor.control().setAccessibleHelp(spec.help());
        }
        getChildren().addAll(header(spec), messages);
        if (editor.view() != editor.label()) {
            getChildren().add(1, editor.view());
        }
        messages.setManaged(false);
        editor.onObjection(this::showMessages);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        refresh();
    }

    private HBox header(FieldSpec spec) {
        var header = new HBox(4);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("inspector-row-header");
        Node own = editor.label();
        if (own != null) {
            header.getChildren().add(own);
        } else {
            var label = new Label(spec.label());
            label.getStyleClass().add("inspector-label");
            label.setLabelFor(editor.control());
            label.setTooltip(new Tooltip(spec.label()));
            header.getChildren().add(label);
        }
        if (help != null) {
            header.getChildren().add(help);
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        header.getChildren().addAll(gap, reset);
        Node accessory = editor.accessory();
        if (accessory != null) {
            header.getChildren().add(accessory);
        }
        return header;
    }

    private void openHelp() {
        Slot slot = editor.slot();
        slot.form().around().openHelp(slot.form().spec().name(), slot.pointer().tokens().getFirst());
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.F1 && help != null) {
            help.show(editor.control());
            event.consume();
        }
    }

    private void reset() {
        editor.slot().reset();
        editor.control().requestFocus();
    }

    /// Without the label, where it is plain what the field is.
    public void withoutHeader() {
        getChildren().removeFirst();
    }

    public FieldEditor editor() {
        return editor;
    }

    public boolean isNarrow() {
        return editor.isNarrow();
    }

    public void refresh() {
        editor.refresh();
        Slot slot = editor.slot();
        boolean resettable = slot.isSet() && !slot.isItem() && slot.spec().defaultValue() != null;
        reset.setVisible(resettable);
        reset.setManaged(resettable);
        showMessages();
    }

    /// Shows the problems of this field and of what is inside it.
    public void show(List<Problem> all) {
        JsonPointer at = editor.slot().inDocument();
        problems = editor.show(all.stream().filter(problem -> problem.pointer().isWithin(at)).toList());
        showMessages();
    }

    public boolean hasProblems() {
        return !messages.getChildren().isEmpty();
    }

    private void showMessages() {
        List<Label> shown = new ArrayList<>();
        List<Severity> severities = new ArrayList<>();
        String objection = editor.objection();
        if (objection != null) {
            shown.add(Marks.message(Severity.ERROR, objection));
            severities.add(Severity.ERROR);
        } else {
            for (Problem problem : problems) {
                shown.add(Marks.message(problem));
                severities.add(problem.severity());
            }
        }
        messages.getChildren().setAll(shown);
        messages.setManaged(!shown.isEmpty());
        Marks.mark(editor.marked(), severities);
    }

    /// Puts the focus at this field or at a value inside it.
    ///
    /// @param pointer in the document
    public void focus(JsonPointer pointer) {
        editor.focus(pointer);
    }
}
