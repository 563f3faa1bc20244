package org.ivrea.engine.spec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.ivrea.engine.node.NodeType;
import org.ivrea.flow.codec.NodeShapes;
import org.ivrea.flow.codec.Shape;
import org.jspecify.annotations.Nullable;

/// The node types that there are. Immutable; threads may share it.
public final class NodeRegistry implements NodeShapes {
    private final Map<String, NodeSpec> specs = new LinkedHashMap<>();

    private NodeRegistry(Collection<NodeType> types) {
        List<NodeSpec> sorted = new ArrayList<>();
        types.forEach(type -> sorted.add(NodeSpec.of(type)));
        sorted.sort(Comparator.comparing(NodeSpec::group).thenComparing(NodeSpec::label));
        for (NodeSpec spec : sorted) {
            NodeSpec other = specs.putIfAbsent(spec.name(), spec);
            if (other != null) {
                throw new IllegalArgumentException("The node type \"" + spec.name() + "\" is there twice: "
                        + other.record().type().getName() + " and " + spec.record().type().getName());
            }
        }
    }

    /// All node types on the class path.
    ///
    /// @throws IllegalArgumentException when one is declared wrongly
    public static NodeRegistry load() {
        List<NodeType> types = new ArrayList<>();
        ServiceLoader.load(NodeType.class, NodeRegistry.class.getClassLoader()).forEach(types::add);
        return new NodeRegistry(types);
    }

    public static NodeRegistry of(List<NodeType> types) {
        return new NodeRegistry(types);
    }

    /// @return `null` for an unknown type
    public @Nullable NodeSpec spec(String nodeType) {
        return specs.get(nodeType);
    }

    /// By group, then label.
    public List<NodeSpec> specs() {
        return List.copyOf(specs.values());
    }

    public Collection<String> names() {
        return specs.keySet();
    }

    @Override
    public @Nullable Shape shape(String nodeType) {
        NodeSpec spec = specs.get(nodeType);
        return spec == null ? null : spec.shape();
    }
}
