package org.ivrea.designer.inspector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.edit.Nodes;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.flow.PlainRow;
import org.ivrea.designer.inspector.form.FormContext;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Marks;
import org.ivrea.designer.inspector.form.Panel;
import org.ivrea.designer.inspector.form.RecordForm;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.designer.inspector.http.TryPanel;
import org.ivrea.designer.workspace.Analysis;
import org.ivrea.engine.spec.NodeSpec;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;

/// The form of one node.
final class NodePanel implements Panel {
    private static final Messages TEXTS = Messages.of(NodePanel.class);
    private static final String HTTP = "http";
    private static final int MOST_MESSAGES = 2;

    private final FormContext form;
    private final VBox view = new VBox();
    private final PlainRow label;
    private final TitleHint cut = new TitleHint();
    private final RecordForm fields;
    private final UnknownFields unknown;
    private final NodeFacts facts;
    private final VBox messages = new VBox(3);
    private Runnable tried = () -> {};
    private boolean unfolded;

    NodePanel(InspectorContext context, FlowEditor editor, String node, NodeSpec spec) {
        form = new FormContext(context, editor, node, spec, new StandardEditors());
        view.getStyleClass().addAll("inspector-panel", "inspector-form");
        label = PlainRow.text("node-label", TEXTS.get("label"),
                () -> form.document().label() == null ? "" : String.valueOf(form.document().label()),
                text -> form.apply(Nodes.label(form.flow(), node, text)));
        if (label.control() instanceof javafx.scene.control.TextField field) {
            field.setPromptText(spec.label());
        }
        fields = new RecordForm(form, spec.fields(), field -> Slot.of(form, field));
        unknown = new UnknownFields(form);
        facts = new NodeFacts(form);
        view.getChildren().addAll(new NodeHeader(spec.info().icon(), spec.group().name(), spec.label(),
                spec.info().help(), () -> context.openHelp(spec.name(), null)), messages, label, cut, fields, unknown);
        if (spec.name().equals(HTTP)) {
            var attempt = new TryPanel(form);
            tried = attempt::refresh;
            var pane = new TitledPane(TEXTS.get("try"), attempt);
            pane.setId("try-pane");
            pane.getStyleClass().add("inspector-fold");
            pane.setAnimated(false);
            pane.setExpanded(false);
            view.getChildren().add(pane);
        }
        view.getChildren().add(facts);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void refresh(Analysis analysis) {
        form.refresh(() -> {
            label.refresh();
            fields.refresh();
            unknown.refresh();
            facts.refresh();
            tried.run();
            show(analysis);
        });
    }

    private void show(Analysis analysis) {
        JsonPointer at = JsonPointer.ROOT.child("nodes").child(form.node());
        List<Problem> own = analysis.problemsOf(form.editor().flow()).stream()
                .filter(problem -> problem.pointer().isWithin(at)).toList();
        cut.show(form.document().label(), !own.isEmpty());
        List<Problem> left = new ArrayList<>(fields.show(own));
        left.removeAll(unknown.show(own));
        boolean all = unfolded || left.size() <= MOST_MESSAGES + 1;
        messages.getChildren().setAll(left.stream().sorted(Comparator.comparing(Problem::severity))
                .limit(all ? left.size() : MOST_MESSAGES).map(Marks::message).toList());
        if (!all) {
            messages.getChildren().add(Labels.link(TEXTS.get("messages.more", left.size() - MOST_MESSAGES), () -> {
                unfolded = true;
                refresh(analysis);
            }));
        }
        messages.setManaged(!left.isEmpty());
    }

    @Override
    public void focus(JsonPointer pointer) {
        JsonPointer at = JsonPointer.ROOT.child("nodes").child(form.node());
        SequencedMap<String, ?> known = form.document().fields();
        List<String> inside = pointer.tokens().subList(Math.min(2, pointer.tokens().size()), pointer.tokens().size());
        if (inside.isEmpty() || inside.getFirst().equals("label")) {
            label.control().requestFocus();
        } else if (facts.has(inside.getFirst())) {
            facts.focus(inside.getFirst());
        } else if (unknown.has(inside.getFirst()) && known.containsKey(inside.getFirst())) {
            unknown.focus(inside.getFirst());
        } else if (pointer.isWithin(at) && !inside.getFirst().equals("exits")) {
            fields.focus(pointer);
        }
    }
}
