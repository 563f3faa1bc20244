package org.ivrea.engine.node;

import java.util.List;

/// A node of a flow, decoded and ready to run: a record annotated with [NodeInfo] whose components are annotated with
/// [Field]. Immutable; all calls share it.
///
/// A component is one of: `int`, `long`, `double`, `boolean`, `String`, an enum, `Expression`, `Template`,
/// `LocalizedText`, `Prompt`, [VariableTarget], [FlowRef], a record of such components, a `List` of one of these,
/// a `Map` from `String` to `Expression` or [VariableTarget], or any of these `@Nullable`.
public interface Node {

    /// The exits, in the order in which boxes show them; without the implicit `error` and `hangup`.
    List<Exit> exits();

    /// Does the node's work: straight-line code that blocks. `CallEnded` and failures are thrown through.
    Next run(NodeRun run);

    /// The variables that hold a secret once this node has set them, declared secret or not.
    default List<VariableTarget> secretTargets() {
        return List.of();
    }

    /// Reports what the fields alone cannot say: ambiguous keys, overlapping patterns…
    default void check(NodeCheck check) {}

    /// One line that says what the node does, for its box; empty when the label says it all.
    default String summary() {
        return "";
    }
}
