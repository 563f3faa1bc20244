package org.ivrea.designer.edit;

/// A place on the canvas, in canvas units.
public record Point(int x, int y) {}
