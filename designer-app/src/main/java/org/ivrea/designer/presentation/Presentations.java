package org.ivrea.designer.presentation;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// What all boxes of a flow show. Immutable. The next one keeps every presentation that did not change as the same
/// object, so that a view finds at once what to draw anew.
public final class Presentations {
    private final NodePresenter presenter;
    private final FlowDocument document;
    private final Collection<Problem> problems;
    private final Map<String, List<Problem>> problemsByNode;
    private final SequencedMap<String, NodePresentation> nodes;

    private Presentations(NodePresenter presenter, FlowDocument document, Collection<Problem> problems,
            @Nullable Presentations before) {
        this.presenter = presenter;
        this.document = document;
        this.problems = problems;
        this.problemsByNode = before != null && before.problems == problems
                ? before.problemsByNode
                : byNode(problems);
        SequencedMap<String, NodePresentation> all = LinkedHashMap.newLinkedHashMap(document.nodes().size());
        document.nodes().forEach((id, node) -> all.put(id, presentation(id, node, before)));
        this.nodes = Collections.unmodifiableSequencedMap(all);
    }

    /// @param problems of this flow; the others' are not looked at, as ids of nodes may be the same
    public static Presentations of(FlowDocument document, NodeRegistry registry, Collection<Problem> problems) {
        return new Presentations(new NodePresenter(registry), document, problems, null);
    }

    /// What they are after an edit.
    public Presentations next(FlowDocument changed) {
        return changed == document ? this : new Presentations(presenter, changed, problems, this);
    }

    /// What they are once the flow was checked.
    public Presentations next(Collection<Problem> found) {
        return found == problems ? this : new Presentations(presenter, document, found, this);
    }

    public FlowDocument document() {
        return document;
    }

    /// By id.
    public SequencedMap<String, NodePresentation> nodes() {
        return nodes;
    }

    public @Nullable NodePresentation node(String id) {
        return nodes.get(id);
    }

    /// What the box of a node would show that is not in the flow.
    public NodePresentation preview(NodeDocument node) {
        return presenter.present("", node);
    }

    private NodePresentation presentation(String id, NodeDocument node, @Nullable Presentations before) {
        NodePresentation old = before != null && before.document.node(id) == node ? before.nodes.get(id) : null;
        Set<Entrance> entrances = entrances(id);
        List<Problem> found = problemsByNode.getOrDefault(id, List.of());
        if (old == null) {
            old = presenter.present(id, node);
        }
        return old.entrances().equals(entrances) && old.problems().equals(found)
                ? old
                : old.withSurroundings(entrances, found);
    }

    private Set<Entrance> entrances(String id) {
        boolean start = id.equals(document.start());
        boolean hangup = id.equals(document.handlers().hangup());
        boolean error = id.equals(document.handlers().error());
        if (!start && !hangup && !error) {
            return Set.of();
        }
        Set<Entrance> entrances = EnumSet.noneOf(Entrance.class);
        if (start) {
            entrances.add(Entrance.START);
        }
        if (hangup) {
            entrances.add(Entrance.HANGUP);
        }
        if (error) {
            entrances.add(Entrance.ERROR);
        }
        return entrances;
    }

    private static Map<String, List<Problem>> byNode(Collection<Problem> problems) {
        return problems.stream().filter(problem -> problem.nodeId() != null).collect(Collectors.groupingBy(
                problem -> String.valueOf(problem.nodeId()), HashMap::new,
                Collectors.collectingAndThen(Collectors.toList(), found -> found.stream()
                        .sorted(Comparator.comparing(Problem::severity)).toList())));
    }
}
