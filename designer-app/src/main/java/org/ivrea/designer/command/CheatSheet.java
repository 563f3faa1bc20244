package org.ivrea.designer.command;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;

/// All keys at a glance.
public final class CheatSheet extends VBox {
    private static final Messages TEXTS = Messages.of(CheatSheet.class);

    private CheatSheet(Map<String, List<KeyLine>> groups) {
        getStyleClass().add("cheat-sheet");
        setId("cheat-sheet");
        setMaxSize(900, 660);
        var title = new Label(TEXTS.get("sheet.title"));
        title.getStyleClass().add("ivrea-title");
        var columns = new FlowPane(32, 20);
        columns.setPrefWrapLength(850);
        groups.forEach((name, lines) -> columns.getChildren().add(section(name, lines)));
        var scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFocusTraversable(true);
        getChildren().addAll(title, scroll);
    }

    /// @param root   of the window
    /// @param titles the name of a menu for people
    /// @param more   keys that no action has: gestures, by the title of their group
    public static void show(StackPane root, Actions actions, Function<String, String> titles,
            Map<String, List<KeyLine>> more) {
        var groups = KeyLine.of(actions, titles);
        groups.putAll(more);
        var sheet = new CheatSheet(groups);
        Overlay.show(root, sheet);
        sheet.getChildren().getLast().requestFocus();
    }

    private static VBox section(String name, List<KeyLine> lines) {
        var grid = new GridPane(12, 4);
        for (int row = 0; row < lines.size(); row++) {
            var keys = new Label(lines.get(row).keys());
            keys.getStyleClass().add("ivrea-key");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            var text = new Label(lines.get(row).text());
            text.setWrapText(true);
            text.setMaxWidth(160);
            grid.addRow(row, keys, text);
        }
        var heading = new Label(name);
        heading.getStyleClass().add("ivrea-caption");
        var section = new VBox(6, heading, grid);
        section.setAlignment(Pos.TOP_LEFT);
        section.setPrefWidth(262);
        return section;
    }
}
