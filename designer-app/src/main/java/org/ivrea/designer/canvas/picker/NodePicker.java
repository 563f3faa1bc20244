package org.ivrea.designer.canvas.picker;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.theme.Icons;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.engine.spec.NodeSpec;
import org.jspecify.annotations.Nullable;

/// The little window in which a node type is chosen by name. It lies on the canvas, so that it works on every platform.
public final class NodePicker extends VBox {
    public static final double WIDTH = 280;
    public static final double HEIGHT = 320;

    private static final int ROW = 34;

    private final Messages messages = Messages.of(NodePicker.class);
    private final TypeSearch search;
    private final TextField words = new TextField();
    private final ListView<NodeSpec> list = new ListView<>();
    private @Nullable Consumer<NodeSpec> chosen;
    private Runnable closed = () -> {};

    public NodePicker(NodeRegistry registry) {
        this.search = new TypeSearch(registry);
        setId("node-picker");
        getStyleClass().add("node-picker");
        setManaged(false);
        setVisible(false);
        words.setId("node-picker-search");
        words.setPromptText(messages.get("prompt"));
        words.setAccessibleText(messages.get("prompt"));
        words.textProperty().addListener((_, _, text) -> show(search.find(text)));
        words.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        words.focusedProperty().addListener((_, _, focused) -> {
            if (!focused && isVisible() && !list.isFocused()) {
                close();
            }
        });
        list.setId("node-picker-list");
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label(messages.get("nothing")));
        list.setCellFactory(_ -> new TypeCell());
        var keys = new Label(messages.get("keys"));
        keys.getStyleClass().add("node-picker-keys");
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(words, list, keys);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    }

    /// Opens at a place of the parent, moved so that all of it is inside.
    ///
    /// @param whenClosed runs when it closes, whether something was chosen or not
    public void open(double x, double y, Region inside, Consumer<NodeSpec> whenChosen, Runnable whenClosed) {
        close();
        chosen = whenChosen;
        closed = whenClosed;
        double width = Math.min(WIDTH, inside.getWidth());
        double height = Math.min(HEIGHT, inside.getHeight());
        resizeRelocate(Math.clamp(x, 0, inside.getWidth() - width), Math.clamp(y, 0, inside.getHeight() - height),
                width, height);
        words.clear();
        show(search.find(""));
        setVisible(true);
        toFront();
        words.requestFocus();
    }

    public void close() {
        if (isVisible()) {
            setVisible(false);
            Runnable whenClosed = closed;
            closed = () -> {};
            chosen = null;
            whenClosed.run();
        }
    }

    private void show(List<NodeSpec> found) {
        list.getItems().setAll(found);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void press(KeyEvent event) {
        int index = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> select(index + 1);
            case UP -> select(index - 1);
            case PAGE_DOWN -> select(index + 5);
            case PAGE_UP -> select(index - 5);
            case ENTER -> choose(list.getSelectionModel().getSelectedItem());
            case ESCAPE -> close();
            case TAB -> {
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void select(int index) {
        int inside = Math.clamp(index, 0, Math.max(0, list.getItems().size() - 1));
        list.getSelectionModel().select(inside);
        list.scrollTo(Math.max(0, inside - 3));
    }

    private void choose(@Nullable NodeSpec spec) {
        Consumer<NodeSpec> whenChosen = chosen;
        if (spec != null && whenChosen != null) {
            close();
            whenChosen.accept(spec);
        }
    }

    private final class TypeCell extends ListCell<NodeSpec> {
        private TypeCell() {
            setOnMousePressed(_ -> choose(getItem()));
        }

        @Override
        protected void updateItem(@Nullable NodeSpec spec, boolean empty) {
            super.updateItem(spec, empty);
            if (spec == null || empty) {
                setGraphic(null);
                setText(null);
                return;
            }
            var name = new Label(spec.label());
            var row = new HBox(9, Icons.chip(spec.info().icon(), spec.group()), name);
            row.getStyleClass().add("node-picker-row");
            setGraphic(row);
            setAccessibleText(spec.label() + ". " + spec.info().help());
        }
    }
}
