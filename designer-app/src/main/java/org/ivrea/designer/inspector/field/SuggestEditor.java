package org.ivrea.designer.inspector.field;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.designer.inspector.form.Suggestion;
import org.ivrea.designer.inspector.form.SuggestionPopup;

/// A name, typed or chosen from those that there are.
public abstract class SuggestEditor extends TypedEditor {
    private static final Messages TEXTS = Messages.of(SuggestEditor.class);

    private final SuggestionPopup popup = new SuggestionPopup();
    private final HBox line;
    private final HBox hint = new HBox(4);
    private final VBox view;

    protected SuggestEditor(Slot slot, TextFormat format) {
        super(slot, format, false);
        Button open = Labels.icon("chevron-down", TEXTS.get("choices"), this::toggle);
        open.setFocusTraversable(false);
        HBox.setHgrow(field(), Priority.ALWAYS);
        line = new HBox(2, field(), open);
        line.getStyleClass().add("inspector-with-button");
        hint.setAlignment(Pos.CENTER_LEFT);
        hint.getStyleClass().add("inspector-hint");
        view = new VBox(3, line);
        field().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field().focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                popup.hide();
            }
        });
    }

    /// All that may be meant, in a useful order.
    protected abstract List<Suggestion> suggestions();

    /// Fills the line below the field.
    protected abstract List<Node> hint();

    /// What follows from the hint line being out of date.
    protected final void refreshHint() {
        List<Node> nodes = hint();
        hint.getChildren().setAll(nodes);
        if (nodes.isEmpty()) {
            view.getChildren().remove(hint);
        } else if (!view.getChildren().contains(hint)) {
            view.getChildren().add(hint);
        }
    }

    /// Beside the field, such as a button that opens what it names.
    protected final void addButton(Node button) {
        line.getChildren().add(button);
    }

    private void pressed(KeyEvent event) {
        if (popup.handle(event)) {
            return;
        }
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.SPACE && event.isControlDown()) {
            drop(suggestions());
            event.consume();
        }
    }

    private void toggle() {
        if (popup.isShowing()) {
            popup.hide();
        } else {
            field().requestFocus();
            drop(suggestions());
        }
    }

    private void drop(List<Suggestion> found) {
        popup.show(field(), field().localToScreen(field().getBoundsInLocal()), found, chosen -> {
            field().setText(chosen.text());
            field().end();
        });
    }

    @Override
    protected void typed(String text) {
        super.typed(text);
        refreshHint();
        String part = text.strip().toLowerCase(Locale.ROOT);
        List<Suggestion> matching = suggestions().stream()
                .filter(suggestion -> suggestion.text().toLowerCase(Locale.ROOT).contains(part)
                        && !suggestion.text().equals(text))
                .toList();
        if (field().isFocused() && !part.isEmpty()) {
            drop(matching);
        } else {
            popup.hide();
        }
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void refresh() {
        super.refresh();
        refreshHint();
    }
}
