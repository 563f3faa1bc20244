package org.ivrea.designer.settings;

/// Where the window stood. All in pixels.
public record WindowPlace(int x, int y, int width, int height, boolean maximized) {}
