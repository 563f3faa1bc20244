package org.ivrea.designer.problems;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.theme.Icons;
import org.ivrea.flow.problem.Fix;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.problem.Severity;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Shows a row of the panel.
final class ProblemCell extends ListCell<ProblemRow> {
    private static final Messages TEXTS = Messages.of(ProblemCell.class);
    private static final double NAME_WIDTH = 140;

    private final Consumer<Problem> fixed;

    /// @param fixed the person asks for the fix
    ProblemCell(Consumer<Problem> fixed) {
        this.fixed = fixed;
        setMinWidth(0);
        setPrefWidth(0);
    }

    static FontIcon icon(Severity severity) {
        FontIcon icon = switch (severity) {
            case ERROR -> Icons.of("alert-circle", 14);
            case WARNING -> Icons.of("alert-triangle", 14);
            case INFO -> Icons.of("info", 14);
        };
        icon.getStyleClass().add(switch (severity) {
            case ERROR -> "ivrea-error";
            case WARNING -> "ivrea-warning";
            case INFO -> "ivrea-muted";
        });
        return icon;
    }

    @Override
    protected void updateItem(@Nullable ProblemRow row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().remove("problem-heading");
        setAccessibleText(null);
        if (row == null || empty) {
            setGraphic(null);
            setText(null);
            return;
        }
        switch (row) {
            case ProblemRow.Heading(String title, int count) -> {
                getStyleClass().add("problem-heading");
                setGraphic(null);
                setText(title + "  " + count);
            }
            case ProblemRow.Line(Problem problem, String about) -> {
                setText(null);
                setGraphic(line(problem, about));
                setAccessibleText(TEXTS.get(problem.severity().name()) + ": " + about + ": "
                        + problem.message());
            }
        }
    }

    private HBox line(Problem problem, String about) {
        var name = new Label(about);
        name.getStyleClass().add("problem-node");
        name.setMinWidth(NAME_WIDTH);
        name.setPrefWidth(NAME_WIDTH);
        var message = new Label(problem.message());
        message.setMinWidth(40);
        message.setTooltip(new Tooltip(problem.message() + "\n[" + problem.code() + "]"));
        message.getTooltip().setWrapText(true);
        message.getTooltip().setMaxWidth(460);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(8, icon(problem.severity()), name, message, gap);
        line.setAlignment(Pos.CENTER_LEFT);
        Fix fix = problem.fix();
        if (fix != null) {
            var link = new Hyperlink(fix.label());
            link.getStyleClass().add("problem-fix");
            link.setMinWidth(Region.USE_PREF_SIZE);
            link.setTooltip(new Tooltip(TEXTS.get("fix.hint")));
            link.setOnAction(_ -> fixed.accept(problem));
            line.getChildren().add(link);
        }
        return line;
    }
}
