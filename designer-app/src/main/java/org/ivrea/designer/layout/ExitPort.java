package org.ivrea.designer.layout;

/// Where an edge leaves a box at its right side.
///
/// @param y from the top of the box
public record ExitPort(String exit, double y) {}
