package org.ivrea.designer.inspector.text;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.util.UndoUtils;
import org.ivrea.designer.inspector.field.TextAreaEditor;
import org.ivrea.designer.inspector.form.SuggestionPopup;
import org.ivrea.engine.expression.ExpressionProblem;
import org.ivrea.engine.expression.Scope;
import org.jspecify.annotations.Nullable;

/// The field of an expression, or of text with expressions in it: grows with its text, completes names, underlines what
/// is wrong.
final class CodeField extends StackPane {
    /// In pixels; what is longer scrolls.
    private static final double TALLEST = 160;

    private final StyleClassedTextArea area = new StyleClassedTextArea();
    private final SuggestionPopup popup = new SuggestionPopup();
    private final boolean isTemplate;
    private final boolean manyLines;
    private final Supplier<@Nullable Scope> scope;
    private Consumer<String> onTyped = _ -> {};
    private List<ExpressionProblem> problems = List.of();
    private boolean setting;

    /// @param manyLines whether Enter begins a new line
    CodeField(String id, boolean isTemplate, boolean manyLines, Supplier<@Nullable Scope> scope) {
        this.isTemplate = isTemplate;
        this.manyLines = manyLines;
        this.scope = scope;
        area.setId(id);
        area.setWrapText(true);
        // Only once a line is laid out it is known how many rows it takes; then it is too late for this layout.
        area.totalHeightEstimateProperty().observeChanges((_, _, height) -> Platform.runLater(this::grow));
        // Undo is the document's.
        area.setUndoManager(UndoUtils.noOpUndoManager());
        area.getStyleClass().addAll("inspector-code-area", isTemplate ? "template" : "expression");
        getStyleClass().addAll("inspector-code", isTemplate ? "template" : "expression");
        getChildren().add(area);
        area.textProperty().addListener((_, _, text) -> changed(text));
        area.focusedProperty().addListener((_, _, focused) -> {
            pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("focused-inside"), focused);
            if (!focused) {
                popup.hide();
            }
        });
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setOnMouseClicked(_ -> area.requestFocus());
        TextAreaEditor.traverseByTab(area);
    }

    private void grow() {
        Double height = area.getTotalHeightEstimate();
        if (height != null && height > 0) {
            area.setPrefHeight(Math.min(Math.ceil(height), TALLEST));
        }
    }

    void onTyped(Consumer<String> listener) {
        onTyped = listener;
    }

    StyleClassedTextArea area() {
        return area;
    }

    String text() {
        return area.getText();
    }

    void prompt(String text) {
        if (!text.isEmpty()) {
            var label = new javafx.scene.control.Label(text);
            label.getStyleClass().add("inspector-placeholder");
            area.setPlaceholder(label, javafx.geometry.Pos.CENTER_LEFT);
        }
    }

    /// Shows a text, with the caret where it was as far as there is such a place, and at the end where it was there.
    void show(String text) {
        if (text.equals(area.getText())) {
            return;
        }
        int caret = area.getCaretPosition();
        boolean atEnd = caret == area.getLength();
        setting = true;
        try {
            area.replaceText(text);
        } finally {
            setting = false;
        }
        area.moveTo(atEnd ? area.getLength() : Math.min(caret, area.getLength()));
        paint();
    }

    void problems(List<ExpressionProblem> found) {
        problems = found;
        paint();
    }

    private void changed(String text) {
        if (setting) {
            return;
        }
        problems = List.of();
        paint();
        onTyped.accept(text);
        if (area.isFocused()) {
            complete(false);
        }
    }

    private void paint() {
        if (area.getLength() > 0) {
            area.setStyleSpans(0, Highlighting.of(area.getText(), isTemplate, problems));
        }
    }

    private void pressed(KeyEvent event) {
        if (popup.handle(event)) {
            return;
        }
        if (event.getCode() == KeyCode.SPACE && event.isControlDown()) {
            complete(true);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !manyLines) {
            event.consume();
        }
    }

    /// @param asked whether the author asked for it, and so wants to see everything
    private void complete(boolean asked) {
        String text = area.getText();
        int caret = area.getCaretPosition();
        if (isTemplate && !TemplatePlaces.isInside(text, caret)) {
            popup.hide();
            return;
        }
        Completion completion = Completion.at(text, caret, scope.get());
        boolean typing = caret > completion.from() || isTemplate && text.startsWith("${", caret - 2)
                || caret > 0 && text.charAt(caret - 1) == '.';
        Bounds anchor = area.getCaretBounds().orElse(null);
        if (completion.suggestions().isEmpty() || !asked && !typing || anchor == null) {
            popup.hide();
            return;
        }
        popup.show(area, anchor, completion.suggestions(), chosen -> {
            area.replaceText(completion.from(), area.getCaretPosition(), chosen.text());
            popup.hide();
        });
    }
}
