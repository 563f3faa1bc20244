package org.ivrea.designer.servers;

import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.theme.Icons;
import org.jspecify.annotations.Nullable;

/// Pieces that the views of this part are made of.
public final class Parts {
    static final Messages TEXTS = Messages.of(Parts.class);

    private Parts() {}

    /// Gives a view the look of this part.
    public static void style(Parent view) {
        view.getStylesheets().add(Objects.requireNonNull(Parts.class.getResource("servers.css")).toExternalForm());
    }

    public static Button button(String id, String text, @Nullable String icon, Runnable run) {
        var button = new Button(text, icon == null ? null : Icons.of(icon, 14));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> run.run());
        return button;
    }

    public static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /// @param styles such as `ivrea-muted`
    public static Label text(String text, String... styles) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// An icon that also says by its colour how things are.
    ///
    /// @param style such as `ivrea-error`
    public static Node mark(String icon, String style) {
        var mark = Icons.of(icon, 14);
        mark.getStyleClass().add(style);
        return mark;
    }

    /// A column that shows a label or a mark for each row, and the whole text of a label as a tip.
    ///
    /// @param width in pixels
    /// @param shown `null` for an empty cell
    public static <T> TableColumn<T, T> column(String title, double width, Function<T, @Nullable Node> shown) {
        var column = new TableColumn<T, T>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable T item, boolean empty) {
                super.updateItem(item, empty);
                Node node = item == null || empty ? null : shown.apply(item);
                setGraphic(node);
                setTooltip(node instanceof Label label && !label.getText().isEmpty()
                        ? new Tooltip(label.getText())
                        : null);
            }
        });
        return column;
    }

    static void prepare(Dialog<?> dialog, @Nullable Window owner, String title) {
        dialog.setTitle(title);
        dialog.setGraphic(null);
        dialog.setHeaderText(null);
        if (owner != null && owner.isShowing()) {
            dialog.initOwner(owner);
        }
        dialog.getDialogPane().getStyleClass().add("ivrea-dialog");
        style(dialog.getDialogPane());
    }

    /// Asks whether to go on.
    ///
    /// @param doIt what the button says
    static boolean confirm(@Nullable Window owner, String title, String text, String doIt) {
        var alert = new Alert(Alert.AlertType.CONFIRMATION);
        prepare(alert, owner, title);
        alert.setHeaderText(title);
        alert.setContentText(text);
        alert.getDialogPane().setMaxWidth(520);
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        var go = new ButtonType(doIt, ButtonBar.ButtonData.OK_DONE);
        alert.getButtonTypes().setAll(go, cancel());
        Objects.requireNonNull(alert.getDialogPane().lookupButton(go)).setId("confirm-ok");
        return alert.showAndWait().filter(go::equals).isPresent();
    }

    static ButtonType cancel() {
        return new ButtonType(TEXTS.get("cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
    }

    static ButtonType close() {
        return new ButtonType(TEXTS.get("close"), ButtonBar.ButtonData.CANCEL_CLOSE);
    }
}
