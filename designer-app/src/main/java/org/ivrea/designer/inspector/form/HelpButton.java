package org.ivrea.designer.inspector.form;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.theme.Icons;
import org.ivrea.engine.spec.FieldSpec;

/// What a field means, in a tooltip, and in a box that stays when it is clicked or F1 is pressed in the field.
final class HelpButton extends Button {
    private static final Messages TEXTS = Messages.of(HelpButton.class);
    private static final int WIDTH = 260;

    private final FieldSpec spec;
    private final Runnable more;

    /// @param more opens all that is known of the node type, at this field
    HelpButton(FieldSpec spec, Runnable more) {
        super(null, Icons.of("help-circle"));
        this.spec = spec;
        this.more = more;
        getStyleClass().addAll("inspector-help", "flat");
        // F1 does the same: the way through the form by Tab shall not be twice as long.
        setFocusTraversable(false);
        setAccessibleText(TEXTS.get("help", spec.label()));
        Tooltip tooltip = new Tooltip(text(spec));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDTH);
        tooltip.setShowDelay(Duration.millis(300));
        tooltip.setShowDuration(Duration.INDEFINITE);
        setTooltip(tooltip);
        setOnAction(_ -> show(this));
    }

    static boolean hasHelp(FieldSpec spec) {
        return !text(spec).isEmpty();
    }

    /// Help, range, and default.
    private static String text(FieldSpec spec) {
        var text = new StringBuilder(spec.help());
        if (!spec.range().isEmpty()) {
            append(text, TEXTS.get("range", spec.range()));
        }
        if (!spec.setOn().exits().isEmpty()) {
            append(text, TEXTS.get("setOn", String.join(", ", spec.setOn().exits())));
        }
        if (!spec.setOn().except().isEmpty()) {
            append(text, TEXTS.get("notSetOn", String.join(", ", spec.setOn().except())));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String sentence) {
        text.append(text.isEmpty() ? "" : " ").append(sentence);
    }

    void show(Node owner) {
        if (getScene() == null || getScene().getWindow() == null) {
            return;
        }
        var title = new Label(spec.label());
        title.getStyleClass().add("inspector-popover-title");
        var words = new Label(text(spec));
        words.setWrapText(true);
        words.setMaxWidth(WIDTH);
        var name = Labels.muted(TEXTS.get("inFile", spec.name()));
        var popover = new PopOver();
        Hyperlink all = Labels.link(TEXTS.get("more"), () -> {
            popover.hide();
            more.run();
        });
        all.setId("help-more");
        var box = new VBox(6, title, words, name, all);
        box.getStyleClass().add("inspector-popover");
        popover.setContentNode(box);
        popover.setArrowLocation(PopOver.ArrowLocation.RIGHT_TOP);
        popover.setAnimated(false);
        popover.show(owner);
    }
}
