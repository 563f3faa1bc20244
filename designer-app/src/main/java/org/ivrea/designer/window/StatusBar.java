package org.ivrea.designer.window;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.theme.Icons;

/// The line at the foot of the window.
final class StatusBar extends HBox {
    private static final Messages TEXTS = Messages.of(StatusBar.class);

    final Label place = part("status-place");
    final Label size = part("status-size");
    final Hyperlink problems = new Hyperlink();
    final Label hint = part("status-hint");
    final Label saved = part("status-saved");
    final Label languages = part("status-languages");
    final Label zoom = part("status-zoom");
    private final HBox work = new HBox(6);

    /// @param showProblems the person clicked the number of problems
    StatusBar(Runnable showProblems) {
        getStyleClass().add("status-bar");
        setId("status-bar");
        problems.setId("status-problems");
        problems.getStyleClass().add("status-link");
        problems.setFocusTraversable(false);
        problems.setOnAction(_ -> showProblems.run());
        HBox.setHgrow(hint, Priority.ALWAYS);
        hint.setMaxWidth(Double.MAX_VALUE);
        hint.setMinWidth(0);
        work.setAlignment(Pos.CENTER);
    }

    /// Shows its parts; until then it is empty, as high as it will be.
    void fill() {
        getChildren().addAll(place, size, problems, hint, work, saved, languages, zoom);
    }

    private static Label part(String id) {
        var label = new Label();
        label.setId(id);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// Shows that something is being done, until [#done].
    ///
    /// @param cancel stops it
    void working(String what, Runnable cancel) {
        var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setPrefWidth(90);
        bar.setAccessibleText(what);
        var stop = new Button(null, Icons.of("x", 12));
        stop.setId("status-cancel");
        stop.getStyleClass().add("status-cancel");
        stop.setAccessibleText(TEXTS.get("work.cancel", what));
        stop.setOnAction(_ -> cancel.run());
        work.getChildren().setAll(new Label(what), bar, stop);
    }

    void done() {
        work.getChildren().clear();
    }
}
