package org.ivrea.designer.canvas.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.ivrea.designer.canvas.model.Box;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.presentation.BoxMetrics;
import org.ivrea.designer.presentation.ExitPresentation;
import org.ivrea.designer.presentation.NodePresentation;
import org.ivrea.designer.theme.Icons;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

import org.kordamp.ikonli.javafx.FontIcon;

/// The box of a node that runs: icon, title and summary, and a row for each exit.
final class NodeBox extends BoxView {
    private static final PseudoClass DISABLED_NODE = PseudoClass.getPseudoClass("passed-by");
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
    private static final PseudoClass LARGE = PseudoClass.getPseudoClass("large");
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final double TITLE_FONT = 13;
    private static final double LARGE_FONT = 20;
    private static final double LARGE_SUMMARY = 16;
    private static final double LINE = 1.2;
    private static final double BADGE = BoxMetrics.BADGE;
    private static final double ICON = 20;

    private final TextFitter texts;
    private final Messages messages;
    private final StackPane tile = new StackPane();
    private final FontIcon icon = new FontIcon();
    private final Text title = new Text();
    private final Text summary = new Text();
    private final Region divider = new Region();
    private final Label badge = new Label("!");
    private final Circle breakpoint = new Circle(5.5);
    private final EntranceMark entrance;
    private final List<ExitRow> rows = new ArrayList<>();
    private @Nullable Tooltip tooltip;
    private @Nullable NodePresentation shown;
    private @Nullable Detail shownDetail;
    private boolean shownOpened;

    NodeBox(TextFitter texts, Messages messages) {
        this.texts = texts;
        this.messages = messages;
        this.entrance = new EntranceMark(texts, messages);
        getStyleClass().add("node-box");
        tile.getStyleClass().add("node-icon");
        tile.getChildren().add(icon);
        title.getStyleClass().add("node-title");
        summary.getStyleClass().add("node-summary");
        divider.getStyleClass().add("node-divider");
        badge.getStyleClass().add("node-badge");
        breakpoint.getStyleClass().add("breakpoint");
        setAccessibleRole(AccessibleRole.BUTTON);
        getChildren().addAll(entrance, divider, tile, title, summary, badge, breakpoint);
    }

    @Override
    void show(Box newBox, Detail detail) {
        super.show(newBox, detail);
        present(newBox.node(), detail, false);
    }

    @Override
    void emphasize(Box of, Emphasis emphasis, CallMarks marks) {
        super.emphasize(of, emphasis, marks);
        boolean opened = of.id().equals(emphasis.opened());
        if (shownDetail != null && opened != shownOpened) {
            present(of.node(), shownDetail, opened);
        }
        setViewOrder(opened ? -1 : 0);
        shown(breakpoint, marks.breakpoints().contains(of.id()));
        List<ExitPresentation> exits = of.node().exits();
        for (int row = 0; row < exits.size(); row++) {
            rows.get(row).mark(new ExitRef(of.id(), exits.get(row).name()), marks);
        }
    }

    private void present(NodePresentation node, Detail detail, boolean opened) {
        if (node == shown && detail == shownDetail && opened == shownOpened) {
            return;
        }
        if (shown == null || shown.group() != node.group()) {
            for (NodeGroup group : NodeGroup.values()) {
                getStyleClass().remove(styleClass(group));
            }
            getStyleClass().add(styleClass(node.group()));
        }
        shown = node;
        shownDetail = detail;
        shownOpened = opened;
        pseudoClassStateChanged(DISABLED_NODE, node.disabled());
        pseudoClassStateChanged(UNKNOWN, !node.known());
        icon.setIconCode(Icons.of(node.icon()).getIconCode());
        header(node, detail == Detail.FULL);
        badge(node);
        entrance.show(node);
        rows(node, detail, opened);
        setAccessibleText(description(node));
    }

    private static String styleClass(NodeGroup group) {
        return group.name().toLowerCase(Locale.ROOT);
    }

    private void header(NodePresentation node, boolean full) {
        tile.resizeRelocate(10, 9, ICON, ICON);
        breakpoint.setCenterY(BoxMetrics.TITLE_MIDDLE);
        title.setX(BoxMetrics.TEXT_LEFT);
        summary.setX(BoxMetrics.TEXT_LEFT);
        title.pseudoClassStateChanged(LARGE, !full);
        summary.pseudoClassStateChanged(LARGE, !full);
        shown(divider, full && !node.rows().isEmpty());
        divider.resizeRelocate(1, BoxMetrics.rowsTop(node), BoxMetrics.WIDTH - 2, 1);
        if (full) {
            words(node, TITLE_FONT, 1, BoxMetrics.TITLE_MIDDLE + 5, BoxMetrics.SUMMARY_FONT,
                    BoxMetrics.summaryLines(node), BoxMetrics.HEADER + 8);
        } else {
            double height = BoxMetrics.size(node, null).height();
            int room = height < 2 * LARGE_FONT + 24 ? 1 : 2;
            int lines = words(node, LARGE_FONT, room, BoxMetrics.TITLE_MIDDLE + 8, LARGE_SUMMARY, 0, 0);
            double top = BoxMetrics.TITLE_MIDDLE + 8 + (lines - 1) * LARGE_FONT * LINE;
            int left = (int) ((height - top - 8) / (LARGE_SUMMARY * LINE));
            words(node, LARGE_FONT, room, BoxMetrics.TITLE_MIDDLE + 8, LARGE_SUMMARY, Math.min(left, 4),
                    top + LARGE_SUMMARY * LINE + 2);
        }
    }

    /// @return how many lines the title takes
    private int words(NodePresentation node, double titleSize, int titleLines, double titleY, double summarySize,
            int summaryLines, double summaryY) {
        List<String> lines = texts.wrap(node.title(), texts.font(FontWeight.BOLD, titleSize),
                BoxMetrics.titleWidth(!node.problems().isEmpty()), titleLines);
        title.setText(String.join("\n", lines));
        title.setY(titleY);
        boolean any = summaryLines > 0 && !node.summary().isEmpty();
        shown(summary, any);
        if (any) {
            summary.setText(String.join("\n", texts.wrap(node.summary(),
                    texts.font(FontWeight.NORMAL, summarySize), BoxMetrics.TEXT_WIDTH, summaryLines)));
            summary.setY(summaryY);
        }
        return lines.size();
    }

    private void badge(NodePresentation node) {
        boolean any = !node.problems().isEmpty();
        shown(badge, any);
        badge.resizeRelocate(BoxMetrics.WIDTH - BADGE - 9, BoxMetrics.TITLE_MIDDLE - BADGE / 2, BADGE, BADGE);
        if (tooltip != null) {
            Tooltip.uninstall(badge, tooltip);
            tooltip = null;
        }
        if (any) {
            boolean error = node.problems().getFirst().isError();
            badge.pseudoClassStateChanged(ERROR, error);
            badge.setId("badge-" + node.id());
            tooltip = new Tooltip(problems(node));
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(360);
            Tooltip.install(badge, tooltip);
        }
    }

    private static String problems(NodePresentation node) {
        return node.problems().stream().map(Problem::message).distinct().collect(Collectors.joining("\n"));
    }

    private void rows(NodePresentation node, Detail detail, boolean opened) {
        List<ExitPresentation> exits = node.exits();
        while (rows.size() < exits.size()) {
            var row = new ExitRow(texts, messages);
            rows.add(row);
            getChildren().add(row);
        }
        for (int at = 0; at < rows.size(); at++) {
            if (at < exits.size()) {
                rows.get(at).show(node, exits.get(at), BoxMetrics.exitMiddle(node, at), opened, detail);
            } else {
                shown(rows.get(at), false);
            }
        }
    }

    private String description(NodePresentation node) {
        var text = new StringBuilder(messages.get("box", node.title(), node.typeLabel()));
        if (!node.summary().isEmpty()) {
            text.append(' ').append(node.summary()).append('.');
        }
        for (ExitPresentation exit : node.rows()) {
            text.append(' ').append(exit.target() == null
                    ? messages.get("exit.unwired", exit.name())
                    : messages.get("exit.wired", exit.name(), exit.target()));
        }
        if (!node.problems().isEmpty()) {
            text.append(' ').append(problems(node));
        }
        return text.toString();
    }
}
