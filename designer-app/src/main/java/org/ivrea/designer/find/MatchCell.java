package org.ivrea.designer.find;

import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.workspace.search.SearchMatch;
import org.jspecify.annotations.Nullable;

/// Shows a place that was found.
final class MatchCell extends ListCell<SearchMatch> {
    private static final Messages TEXTS = Messages.of(MatchCell.class);
    private static final double FLOW_WIDTH = 110;
    private static final double NODE_WIDTH = 150;
    private static final double KIND_WIDTH = 80;

    private final Function<SearchMatch, String> nodeName;

    MatchCell(Function<SearchMatch, String> nodeName) {
        this.nodeName = nodeName;
        setMinWidth(0);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable SearchMatch match, boolean empty) {
        super.updateItem(match, empty);
        if (match == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        String node = nodeName.apply(match);
        Label name = column(node, NODE_WIDTH, "problem-node");
        String excerpt = match.excerpt();
        var found = new Text(excerpt.substring(match.start(), match.end()));
        found.getStyleClass().add("find-match");
        var text = new TextFlow(plain(excerpt.substring(0, match.start())), found,
                plain(excerpt.substring(match.end())));
        text.setMaxHeight(18);
        var line = new HBox(8, column(match.flow(), FLOW_WIDTH, "ivrea-muted"), name,
                column(TEXTS.get("kind." + match.kind()), KIND_WIDTH, "ivrea-muted"), text);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMaxHeight(Region.USE_PREF_SIZE);
        setGraphic(line);
        setAccessibleText(match.flow() + ", " + node + ": " + excerpt);
    }

    private static Text plain(String text) {
        var plain = new Text(text);
        plain.getStyleClass().add("find-text");
        return plain;
    }

    private static Label column(String text, double width, String style) {
        var label = new Label(text);
        label.setMinWidth(width);
        label.setMaxWidth(width);
        label.getStyleClass().add(style);
        return label;
    }
}
