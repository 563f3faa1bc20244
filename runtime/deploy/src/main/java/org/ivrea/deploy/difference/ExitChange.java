package org.ivrea.deploy.difference;

import org.jspecify.annotations.Nullable;

/// An exit that leads elsewhere.
///
/// @param before id of the node it led to; `null` when it was not wired
/// @param after  id of the node it leads to; `null` when it is not wired
public record ExitChange(String exit, @Nullable String before, @Nullable String after) {}
