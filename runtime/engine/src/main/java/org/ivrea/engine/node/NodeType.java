package org.ivrea.engine.node;

/// Makes a node type known. Each type's file holds one small subclass, found by `ServiceLoader`:
///
/// ```java
/// @AutoService(NodeType.class)
/// public static final class Type extends NodeType {
///     public Type() {
///         super(Menu.class);
///     }
/// }
/// ```
public abstract class NodeType {
    private final Class<? extends Record> node;
    private final NodeInfo info;

    /// @param node a record annotated with [NodeInfo] that implements [Node]
    protected NodeType(Class<? extends Record> node) {
        NodeInfo found = node.getAnnotation(NodeInfo.class);
        if (found == null || !Node.class.isAssignableFrom(node)) {
            throw new IllegalArgumentException(
                    node + " is no node type: it lacks @NodeInfo or does not implement Node");
        }
        this.node = node;
        this.info = found;
    }

    public final String name() {
        return info.name();
    }

    public final NodeInfo info() {
        return info;
    }

    public final Class<? extends Record> node() {
        return node;
    }
}
