package org.ivrea.designer.workspace.search;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.document.VariableDeclaration;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.project.Project;

/// Searches projects. Remembers the texts of the nodes that it saw last, so that a search while somebody types is fast.
/// One thread at a time may use it.
public final class SearchIndex {
    private final NodeRegistry registry;
    private Map<NodeDocument, List<SearchText>> known = new IdentityHashMap<>();

    public SearchIndex(NodeRegistry registry) {
        this.registry = registry;
    }

    /// @param most matches to be listed
    public SearchResult find(Project project, SearchQuery query, int most) {
        if (query.text().isEmpty()) {
            return new SearchResult(List.of(), false);
        }
        Map<NodeDocument, List<SearchText>> seen = new IdentityHashMap<>();
        var found = new MatchCollector(query, most);
        project.flows().forEach((name, flow) -> search(name, flow, found, seen));
        known = seen;
        return found.result();
    }

    private void search(String name, FlowDocument flow, MatchCollector found,
            Map<NodeDocument, List<SearchText>> seen) {
        found.enter(name, null, JsonPointer.ROOT);
        found.look(new SearchText(JsonPointer.ROOT, SearchKind.NAME, name));
        if (!flow.name().equalsIgnoreCase(name)) {
            found.look(new SearchText(JsonPointer.ROOT.child("name"), SearchKind.LABEL, flow.name()));
        }
        if (flow.description() != null) {
            found.look(new SearchText(JsonPointer.ROOT.child("description"), SearchKind.NOTE, flow.description()));
        }
        variables("inputs", flow.inputs(), found);
        variables("outputs", flow.outputs(), found);
        variables("variables", flow.variables(), found);
        flow.exits().forEach(exit -> found.look(
                new SearchText(JsonPointer.ROOT.child("exits").child(flow.exits().indexOf(exit)), SearchKind.NAME,
                        exit)));
        flow.nodes().forEach((id, node) -> {
            List<SearchText> texts = known.get(node);
            if (texts == null) {
                texts = NodeTexts.of(node, registry);
            }
            seen.put(node, texts);
            found.enter(name, id, JsonPointer.ROOT.child("nodes").child(id));
            found.look(new SearchText(JsonPointer.ROOT, SearchKind.NAME, id));
            texts.forEach(found::look);
        });
    }

    private static void variables(String scope, Map<String, VariableDeclaration> declarations, MatchCollector found) {
        declarations.forEach((name, declaration) -> {
            JsonPointer at = JsonPointer.ROOT.child(scope).child(name);
            found.look(new SearchText(at, SearchKind.VARIABLE, name));
            if (declaration.description() != null) {
                found.look(new SearchText(at.child("description"), SearchKind.NOTE, declaration.description()));
            }
        });
    }
}
