package org.ivrea.designer.presentation;

/// How large a box is, in canvas units.
public record BoxSize(double width, double height) {}
