package org.ivrea.designer.presentation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.engine.nodes.Comment;
import org.ivrea.engine.nodes.Group;
import org.ivrea.engine.nodes.Shade;
import org.ivrea.engine.spec.NodeDecoder;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.engine.spec.NodeSpec;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.JsonPointer;
import org.jspecify.annotations.Nullable;

/// Says what a node's box shows, from the node alone.
final class NodePresenter {
    private static final String UNKNOWN_ICON = "help-circle";

    private final NodeRegistry registry;

    NodePresenter(NodeRegistry registry) {
        this.registry = registry;
    }

    NodePresentation present(String id, NodeDocument document) {
        NodeSpec spec = registry.spec(document.type());
        if (spec == null) {
            return new NodePresentation(id, document.type(), document.type(),
                    Objects.requireNonNullElse(document.label(), document.type()), "", UNKNOWN_ICON,
                    NodeGroup.STRUCTURE, false, document.isAnnotation(), document.disabled(), null, document.note(),
                    Set.of(), exits(document, Set.of(), Map.of()), List.of());
        }
        Node node = NodeDecoder.decode(document, spec, SourceScope.INSTANCE, JsonPointer.ROOT, _ -> {});
        return new NodePresentation(id, document.type(), spec.label(), title(document, spec, node),
                node instanceof Comment comment ? comment.text().strip() : node.summary(), spec.info().icon(),
                spec.group(), true, document.isAnnotation(), document.disabled(), shade(node), document.note(),
                Set.of(), exits(document, declared(node), ExitKeys.of(document, spec)), List.of());
    }

    private static String title(NodeDocument document, NodeSpec spec, Node node) {
        String label = document.label();
        return label != null && !label.isBlank() ? label.strip() : node instanceof Comment ? "" : spec.label();
    }

    private static @Nullable Shade shade(Node node) {
        return switch (node) {
            case Comment comment -> comment.color();
            case Group group -> group.color();
            default -> null;
        };
    }

    private static Set<String> declared(Node node) {
        Set<String> names = new LinkedHashSet<>();
        node.exits().forEach(exit -> names.add(exit.name()));
        return names;
    }

    /// Those that the type declares, those that only the file knows, and the implicit ones.
    private static List<ExitPresentation> exits(NodeDocument document, Set<String> declared,
            Map<String, String> keys) {
        if (document.isAnnotation()) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>(declared);
        names.addAll(document.exits().keySet());
        List<ExitPresentation> exits = new ArrayList<>();
        for (String name : names) {
            if (!isImplicit(name) || declared.contains(name)) {
                exits.add(new ExitPresentation(name, keys.getOrDefault(name, ""), false, document.target(name)));
            }
        }
        List<String> implicit = new ArrayList<>(List.of(Exit.ERROR, Exit.HANGUP));
        implicit.removeAll(declared);
        // A wired one has a row, and rows come first.
        implicit.sort((a, b) -> Boolean.compare(document.target(b) != null, document.target(a) != null));
        implicit.forEach(name -> exits.add(new ExitPresentation(name, "", true, document.target(name))));
        return exits;
    }

    private static boolean isImplicit(String exit) {
        return exit.equals(Exit.ERROR) || exit.equals(Exit.HANGUP);
    }
}
