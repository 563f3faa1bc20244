package org.ivrea.deploy.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.engine.spec.NodeSpec;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.json.JsonReader;
import org.jspecify.annotations.Nullable;

/// Compares two versions of a flow in their canonical form, so that what means the same is the same.
final class FlowComparison {
    private static final Set<String> APART = Set.of("nodes", "layout");

    private final NodeRegistry registry;
    private final FlowCodec codec;

    FlowComparison(NodeRegistry registry, FlowCodec codec) {
        this.registry = registry;
        this.codec = codec;
    }

    /// @return `null` when nothing differs
    @Nullable
    FlowDifference compare(String name, @Nullable FlowDocument before, @Nullable FlowDocument after) {
        if (before != null && before.equals(after)) {
            return null;
        }
        Json.Obj old = json(before);
        Json.Obj now = json(after);
        List<NodeDifference> nodes = nodes(member(old, "nodes"), member(now, "nodes"));
        if (before == null || after == null) {
            return new FlowDifference(name, before == null ? ChangeKind.ADDED : ChangeKind.REMOVED, List.of(), nodes,
                    new TreeSet<>());
        }
        List<FieldChange> settings = names(old, now).stream().filter(member -> !APART.contains(member))
                .flatMap(member -> JsonComparison.of(JsonPointer.ROOT.child(member), old.get(member),
                        now.get(member)).stream())
                .toList();
        Json.Obj places = member(now, "layout");
        TreeSet<String> moved = member(old, "layout").members().entrySet().stream()
                .filter(place -> after.node(place.getKey()) != null
                        && !Objects.equals(place.getValue(), places.get(place.getKey())))
                .map(java.util.Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
        return settings.isEmpty() && nodes.isEmpty() && moved.isEmpty()
                ? null
                : new FlowDifference(name, ChangeKind.CHANGED, settings, nodes, moved);
    }

    private Json.Obj json(@Nullable FlowDocument flow) {
        return flow != null && JsonReader.read(codec.write(flow), codec.limits()).value() instanceof Json.Obj object
                ? object
                : Json.obj();
    }

    private List<NodeDifference> nodes(Json.Obj before, Json.Obj after) {
        List<NodeDifference> changed = new ArrayList<>();
        for (String id : new TreeSet<>(names(before, after))) {
            Json old = before.get(id);
            Json now = after.get(id);
            if (!Objects.equals(old, now)) {
                NodeDifference difference = node(id, old, now);
                if (difference.kind() != ChangeKind.CHANGED || !difference.fields().isEmpty()
                        || !difference.exits().isEmpty()) {
                    changed.add(difference);
                }
            }
        }
        return changed;
    }

    private NodeDifference node(String id, @Nullable Json before, @Nullable Json after) {
        Json.Obj old = before instanceof Json.Obj object ? object : Json.obj();
        Json.Obj now = after instanceof Json.Obj object ? object : Json.obj();
        Json.Obj shown = after == null ? old : now;
        String type = text(shown, "type");
        String label = text(shown, "label");
        NodeSpec spec = registry.spec(type);
        String title = !label.isEmpty() ? label : spec == null ? type + " " + id : spec.label();
        boolean annotation = type.equals("comment") || type.equals("group");
        if (before == null || after == null) {
            return new NodeDifference(id, before == null ? ChangeKind.ADDED : ChangeKind.REMOVED, title, type,
                    annotation, List.of(), List.of());
        }
        return new NodeDifference(id, ChangeKind.CHANGED, title, type, annotation,
                JsonComparison.of(JsonPointer.ROOT, old.without("exits"), now.without("exits")),
                exits(member(old, "exits"), member(now, "exits")));
    }

    private static List<ExitChange> exits(Json.Obj before, Json.Obj after) {
        return names(before, after).stream()
                .map(exit -> new ExitChange(exit, target(before, exit), target(after, exit)))
                .filter(change -> !Objects.equals(change.before(), change.after())).toList();
    }

    private static @Nullable String target(Json.Obj exits, String exit) {
        Json target = exits.get(exit);
        return target == null ? null : target.asText();
    }

    private static Json.Obj member(Json.Obj of, String name) {
        return of.get(name) instanceof Json.Obj object ? object : Json.obj();
    }

    private static String text(Json.Obj of, String name) {
        return of.get(name) instanceof Json.Str(String text) ? text : "";
    }

    /// The members of both: those that are there first.
    private static List<String> names(Json.Obj before, Json.Obj after) {
        return Stream.concat(after.members().keySet().stream(), before.members().keySet().stream()).distinct().toList();
    }
}
