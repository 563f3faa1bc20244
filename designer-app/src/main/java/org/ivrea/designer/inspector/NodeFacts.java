package org.ivrea.designer.inspector;

import java.util.Set;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Separator;
import javafx.scene.layout.VBox;
import org.ivrea.designer.edit.Nodes;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.flow.PlainRow;
import org.ivrea.designer.inspector.form.FormContext;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.flow.document.NodeId;
import org.jspecify.annotations.Nullable;

/// What every node has: note, id, whether calls pass it by, whether they begin with it.
final class NodeFacts extends VBox {
    private static final Messages TEXTS = Messages.of(NodeFacts.class);

    private final FormContext form;
    private final PlainRow note;
    private final PlainRow id;
    private final CheckBox disabled = new CheckBox(TEXTS.get("disabled"));
    private final javafx.scene.control.Hyperlink start;

    NodeFacts(FormContext form) {
        this.form = form;
        getStyleClass().add("inspector-form");
        String node = form.node();
        note = PlainRow.area("node-note", TEXTS.get("note"), 2,
                () -> form.document().note() == null ? "" : String.valueOf(form.document().note()),
                text -> form.apply(Nodes.note(form.flow(), node, text)));
        id = PlainRow.finished("node-id", TEXTS.get("id"), form::node, this::objection,
                text -> form.applyAlone(Nodes.rename(form.flow(), node, text)));
        id.control().getStyleClass().add("inspector-mono");
        disabled.setId("node-disabled");
        disabled.setOnAction(_ -> form.applyAlone(
                Nodes.disable(form.flow(), Set.of(node), disabled.isSelected())));
        start = Labels.link(TEXTS.get("start.make"), () -> form.applyAlone(Nodes.start(form.flow(), node)));
        start.setId("node-start");
        getChildren().addAll(new Separator(), note, id);
        if (form.spec().info().runs()) {
            start.getStyleClass().add("start-fact");
            getChildren().addAll(disabled, start);
        }
    }

    private @Nullable String objection(String text) {
        if (!NodeId.isValid(text)) {
            return TEXTS.get("id.rule", NodeId.RULE);
        }
        return !text.equals(form.node()) && form.flow().node(text) != null ? TEXTS.get("id.taken") : null;
    }

    void refresh() {
        note.refresh();
        id.refresh();
        disabled.setSelected(form.document().disabled());
        boolean begins = form.node().equals(form.flow().start());
        start.setText(begins ? TEXTS.get("start.is") : TEXTS.get("start.make"));
        start.setDisable(begins);
    }

    boolean has(String member) {
        return member.equals("note") || member.equals("disabled");
    }

    void focus(String member) {
        (member.equals("note") ? note.control() : disabled).requestFocus();
    }
}
