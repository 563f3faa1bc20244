package org.ivrea.engine.node;

/// The name of a variable that a node sets. Empty for none, where that is allowed.
public record VariableTarget(String name) {
    public static final VariableTarget NONE = new VariableTarget("");

    public boolean isNone() {
        return name.isEmpty();
    }
}
