package org.ivrea.designer.edit;

/// How large a node's box is, in canvas units.
public record BoxSize(int width, int height) {}
