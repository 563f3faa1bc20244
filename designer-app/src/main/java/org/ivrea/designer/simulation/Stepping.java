package org.ivrea.designer.simulation;

/// How far a call goes before it stops again.
sealed interface Stepping {
    /// To the next breakpoint.
    record None() implements Stepping {}

    /// To the next node.
    record Into() implements Stepping {}

    /// To the next node of a flow that is not deeper than this one.
    record Within(int depth) implements Stepping {}

    /// To a node.
    record To(String flow, String node) implements Stepping {}

    Stepping NONE = new None();
}
