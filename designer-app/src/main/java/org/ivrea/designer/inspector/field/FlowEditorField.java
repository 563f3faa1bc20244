package org.ivrea.designer.inspector.field;

import java.util.List;
import java.util.SortedMap;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.designer.inspector.form.Suggestion;
import org.ivrea.flow.document.FlowDocument;

/// The name of another flow of the project.
public final class FlowEditorField extends SuggestEditor {
    private static final Messages TEXTS = Messages.of(FlowEditorField.class);

    private final Button open;

    public FlowEditorField(Slot slot) {
        super(slot, Formats.PLAIN);
        open = Labels.icon("external-link", TEXTS.get("flow.open"),
                () -> slot.form().around().openFlow(field().getText()));
        open.setId("open-flow");
        addButton(open);
    }

    private SortedMap<String, FlowDocument> flows() {
        return slot().form().around().workspace().project().flows();
    }

    @Override
    protected List<Suggestion> suggestions() {
        String main = slot().form().around().workspace().project().settings().main();
        return flows().entrySet().stream()
                .filter(flow -> !flow.getKey().equals(slot().form().editor().flow()))
                .map(flow -> new Suggestion(flow.getKey(),
                        flow.getKey().equals(main) ? TEXTS.get("flow.main") : flow.getValue().name(),
                        flow.getValue().description() == null ? "" : flow.getValue().description()))
                .toList();
    }

    @Override
    protected List<Node> hint() {
        String name = field().getText();
        boolean known = flows().containsKey(name);
        open.setDisable(!known);
        FlowDocument flow = flows().get(name);
        if (flow != null) {
            return flow.description() == null ? List.of() : List.of(Labels.muted(flow.description()));
        }
        return name.isEmpty() ? List.of() : List.of(Labels.muted(TEXTS.get("flow.none", name)));
    }
}
