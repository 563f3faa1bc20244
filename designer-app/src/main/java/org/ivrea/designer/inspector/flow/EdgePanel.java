package org.ivrea.designer.inspector.flow;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.edit.Wires;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Panel;
import org.ivrea.designer.inspector.form.Surroundings;
import org.ivrea.designer.workspace.Analysis;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.node.Exit;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;

/// A wire: where it comes from, where it leads, and when calls take it.
public final class EdgePanel implements Panel {
    private static final Messages TEXTS = Messages.of(EdgePanel.class);

    private final FlowEditor editor;
    private final ExitRef edge;
    private final VBox view = new VBox();
    private final Label why = Labels.muted("");
    private final Hyperlink from;
    private final PlainRow to;

    public EdgePanel(Surroundings around, FlowEditor editor, ExitRef edge) {
        this.editor = editor;
        this.edge = edge;
        view.getStyleClass().addAll("inspector-panel", "inspector-form");
        var title = new Label(TEXTS.get("edge.title", edge.exit()));
        title.setId("inspector-title");
        title.getStyleClass().add("inspector-title");
        title.setWrapText(true);
        why.setId("edge-why");
        from = Labels.link("", () -> around.reveal(edge.node()));
        from.setId("edge-from");
        var fromLabel = new Label(TEXTS.get("edge.from"));
        fromLabel.getStyleClass().add("inspector-label");
        to = PlainRow.choice("edge-to", TEXTS.get("edge.to"), () -> NodeNames.ids(flow()),
                id -> NodeNames.words(flow(), id, TEXTS.get("edge.nowhere")), this::target, id -> {
                    if (id != null) {
                        editor.apply(Wires.retarget(edge, id));
                    }
                });
        Hyperlink show = Labels.link(TEXTS.get("edge.show"), () -> around.reveal(target()));
        show.setId("edge-show");
        Hyperlink remove = Labels.link(TEXTS.get("edge.remove"),
                () -> editor.apply(Wires.disconnect(List.of(edge))));
        remove.setId("edge-remove");
        view.getChildren().addAll(title, why, new VBox(2, fromLabel, from), to, show, remove);
    }

    private FlowDocument flow() {
        return editor.document();
    }

    private String target() {
        NodeDocument node = flow().node(edge.node());
        return node == null ? "" : Objects.requireNonNullElse(node.target(edge.exit()), "");
    }

    private String why(Analysis analysis) {
        if (edge.exit().equals(Exit.ERROR)) {
            return TEXTS.get("edge.error");
        }
        if (edge.exit().equals(Exit.HANGUP)) {
            return TEXTS.get("edge.hangup");
        }
        CompiledFlow compiled = analysis.compiled().flow(editor.flow());
        CompiledNode node = compiled == null ? null : compiled.node(edge.node());
        if (node != null) {
            for (Exit exit : node.exits()) {
                if (exit.name().equals(edge.exit())) {
                    return exit.help().isEmpty() ? TEXTS.get("edge.named") : exit.help();
                }
            }
            return TEXTS.get("edge.unknown");
        }
        return "";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void refresh(Analysis analysis) {
        why.setText(why(analysis));
        from.setText(NodeNames.words(flow(), edge.node(), ""));
        to.refresh();
    }
}
