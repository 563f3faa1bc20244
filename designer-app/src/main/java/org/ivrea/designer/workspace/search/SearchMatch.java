package org.ivrea.designer.workspace.search;

import org.ivrea.flow.json.JsonPointer;
import org.jspecify.annotations.Nullable;

/// One place where the text was found.
///
/// @param node    `null` when it is no part of a node
/// @param pointer of the value in the flow's document
/// @param excerpt one line around the place
/// @param start   where in the excerpt the found text begins
/// @param end     where it ends
public record SearchMatch(String flow, @Nullable String node, JsonPointer pointer, SearchKind kind, String excerpt,
        int start, int end) {}
