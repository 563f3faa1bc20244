package org.ivrea.designer.presentation;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
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
        this.nodes = before == null ? all() : changed(before);
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

    private SequencedMap<String, NodePresentation> all() {
        SequencedMap<String, NodePresentation> all = LinkedHashMap.newLinkedHashMap(document.nodes().size());
        document.nodes().forEach((id, node) -> all.put(id, surrounded(presenter.present(id, node))));
        return Collections.unmodifiableSequencedMap(all);
    }

    /// Both maps are sorted, so one walk along both finds what is new. Most edits leave most nodes the same objects.
    private SequencedMap<String, NodePresentation> changed(Presentations before) {
        SequencedMap<String, NodePresentation> all = LinkedHashMap.newLinkedHashMap(document.nodes().size());
        boolean same = document.nodes().size() == before.nodes.size();
        Iterator<Map.Entry<String, NodeDocument>> old = before.document.nodes().entrySet().iterator();
        Map.Entry<String, NodeDocument> at = old.hasNext() ? old.next() : null;
        for (Map.Entry<String, NodeDocument> entry : document.nodes().entrySet()) {
            while (at != null && at.getKey().compareTo(entry.getKey()) < 0) {
                at = old.hasNext() ? old.next() : null;
            }
            String id = entry.getKey();
            boolean known = at != null && at.getKey().equals(id) && at.getValue() == entry.getValue();
            NodePresentation shown = known ? before.nodes.get(id) : null;
            NodePresentation now = surrounded(shown == null ? presenter.present(id, entry.getValue()) : shown);
            same &= now == shown;
            all.put(id, now);
        }
        return same ? before.nodes : Collections.unmodifiableSequencedMap(all);
    }

    private NodePresentation surrounded(NodePresentation old) {
        Set<Entrance> entrances = entrances(old.id());
        List<Problem> found = problemsByNode.getOrDefault(old.id(), List.of());
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
