package org.ivrea.engine.node;

/// The name of another flow of the project.
public record FlowRef(String name) {}
