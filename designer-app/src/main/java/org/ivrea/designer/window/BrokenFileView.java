package org.ivrea.designer.window;

import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.theme.Icons;
import org.ivrea.designer.theme.Theme;
import org.ivrea.designer.workspace.BrokenFile;
import org.ivrea.flow.problem.Problem;

/// A file that cannot be edited: what is wrong with it, and what it says. A click on a problem goes to its line.
final class BrokenFileView extends VBox {
    private static final Messages TEXTS = Messages.of(BrokenFileView.class);

    private final TextArea text;

    BrokenFileView(BrokenFile file) {
        Theme.loadAllFonts();
        getStyleClass().add("broken-file");
        setId("broken-" + file.file());
        var icon = Icons.of("alert-triangle", 16);
        icon.getStyleClass().add("ivrea-warning");
        var title = new Label(TEXTS.get("broken.title", file.file()), icon);
        title.getStyleClass().addAll("ivrea-title", "ivrea-warning");
        var explanation = new Label(TEXTS.get("broken.explanation"));
        explanation.getStyleClass().add("ivrea-muted");
        explanation.setWrapText(true);
        var problems = new VBox(2);
        file.problems().forEach(problem -> problems.getChildren().add(line(problem)));
        text = new TextArea(file.text());
        text.setEditable(false);
        text.getStyleClass().add("ivrea-mono");
        text.setAccessibleText(file.file());
        VBox.setVgrow(text, Priority.ALWAYS);
        getChildren().addAll(title, explanation, problems, text);
    }

    private HBox line(Problem problem) {
        var place = new Label(problem.position() == null ? "" : problem.position().toString());
        place.getStyleClass().addAll("ivrea-mono", "ivrea-muted");
        place.setMinWidth(Region.USE_PREF_SIZE);
        var message = new Label(problem.message());
        message.setWrapText(true);
        var line = new HBox(10, place, message);
        line.getStyleClass().add("broken-line");
        line.setOnMouseClicked(_ -> goTo(problem));
        return line;
    }

    private void goTo(Problem problem) {
        if (problem.position() != null) {
            int line = problem.position().line();
            int at = 0;
            for (int i = 1; i < line && at >= 0; i++) {
                at = text.getText().indexOf('\n', at) + 1;
            }
            int end = text.getText().indexOf('\n', at);
            text.requestFocus();
            text.selectRange(at, end < 0 ? text.getLength() : end);
        }
    }
}
