package org.ivrea.engine.check;

/// Something that flows are held to. Has no state; found by `ServiceLoader`, so that a rule is one file:
///
/// ```java
/// @AutoService(FlowRule.class)
/// public final class UnreachableNode implements FlowRule { … }
/// ```
///
/// A rule takes time linear in the size of the flow, never throws for what a flow says, and does not repeat what reading
/// or compiling the flow has reported.
public interface FlowRule {
    void check(CheckedFlow flow, Findings findings);
}
