package org.ivrea.designer.command;

import org.jspecify.annotations.Nullable;

/// A line of the command palette.
///
/// @param id     of the action, to be remembered; `null` for places to go to
/// @param detail what stands behind the text, such as the menu
/// @param keys   as people read them; empty for none
/// @param icon   name of a Feather icon; `null` for none
public record Entry(@Nullable String id, String text, String detail, String keys, @Nullable String icon,
        Runnable run) {}
