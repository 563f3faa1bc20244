package org.ivrea.engine.node;

/// A way out of a node.
///
/// @param name of a fixed exit, or chosen by the author
/// @param help when it is taken; empty for exits that the author named
public record Exit(String name, String help) implements Next {

    /// The one exit of nodes that have only one.
    public static final Exit NEXT = new Exit("next", "Always.");

    /// Every node has it: taken when something fails. Not wired, the flow's error handler takes over.
    public static final String ERROR = "error";
    /// Every node has it: taken when the caller hangs up. Not wired, the flow's hang-up handler takes over.
    public static final String HANGUP = "hangup";

    public static Exit named(String name) {
        return new Exit(name, "");
    }
}
