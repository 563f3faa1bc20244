package org.ivrea.designer.simulation;

/// What the caller hears now.
///
/// @param text secrets masked
public record Playing(String text, long startMs, long lengthMs) {}
