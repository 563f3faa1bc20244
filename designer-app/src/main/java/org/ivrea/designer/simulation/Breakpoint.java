package org.ivrea.designer.simulation;

import org.jspecify.annotations.Nullable;

/// Where a call stops.
///
/// @param exit      at which it stops when the node is left; `null` to stop when the node is entered
/// @param condition CEL over the flow's variables that must be true; empty for always
public record Breakpoint(String flow, String node, @Nullable String exit, String condition, boolean enabled) {

    public static Breakpoint onNode(String flow, String node) {
        return new Breakpoint(flow, node, null, "", true);
    }

    public static Breakpoint onExit(String flow, String node, String exit) {
        return new Breakpoint(flow, node, exit, "", true);
    }

    public Breakpoint withCondition(String newCondition) {
        return new Breakpoint(flow, node, exit, newCondition, enabled);
    }

    public Breakpoint withEnabled(boolean wanted) {
        return new Breakpoint(flow, node, exit, condition, wanted);
    }

    /// Whether it is at the same place.
    public boolean isAt(Breakpoint other) {
        return isAt(other.flow, other.node, other.exit);
    }

    boolean isAt(String inFlow, String atNode, @Nullable String byExit) {
        return flow.equals(inFlow) && node.equals(atNode) && java.util.Objects.equals(exit, byExit);
    }

    /// `main/menu` or `main/menu.sales`.
    public String place() {
        return flow + "/" + node + (exit == null ? "" : "." + exit);
    }
}
