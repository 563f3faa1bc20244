package org.ivrea.designer.inspector.field;

import java.util.List;
import javafx.scene.Node;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.designer.inspector.form.Suggestion;
import org.ivrea.designer.workspace.ProjectEdit;
import org.ivrea.flow.project.ResourceDeclaration;
import org.ivrea.flow.project.ResourceKind;
import org.jspecify.annotations.Nullable;

/// The name of a queue, a gateway, a service… that the project declares, or is to declare.
public final class ResourceEditor extends SuggestEditor {
    private static final Messages TEXTS = Messages.of(ResourceEditor.class);

    private final @Nullable ResourceKind kind;

    /// @param resource the kind in the project format's terms
    public ResourceEditor(Slot slot, String resource) {
        super(slot, Formats.PLAIN);
        kind = ResourceKind.of(resource);
    }

    @Override
    protected List<Suggestion> suggestions() {
        if (kind == null) {
            return List.of();
        }
        return slot().form().around().workspace().project().settings().resources(kind).entrySet().stream()
                .map(entry -> new Suggestion(entry.getKey(), TEXTS.get("resource.of", Labels.words(kind.key())),
                        entry.getValue().description() == null ? "" : entry.getValue().description()))
                .toList();
    }

    @Override
    protected List<Node> hint() {
        String name = field().getText();
        if (kind == null || name.isEmpty() || suggestions().stream().anyMatch(known -> known.text().equals(name))) {
            return List.of();
        }
        // That it is not declared, and what that means, is among the problems.
        return List.of(Labels.link(TEXTS.get("resource.declare"), () -> declare(kind, name)));
    }

    private void declare(ResourceKind resource, String name) {
        slot().form().around().workspace().settings().apply(ProjectEdit.of(TEXTS.get("resource.edit", name),
                project -> project.withResource(resource, name, new ResourceDeclaration(null))));
        refreshHint();
        begin();
        field().requestFocus();
    }
}
