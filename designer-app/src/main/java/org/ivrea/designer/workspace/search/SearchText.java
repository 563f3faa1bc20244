package org.ivrea.designer.workspace.search;

import org.ivrea.flow.json.JsonPointer;

/// A text in a node.
///
/// @param pointer relative to the node
record SearchText(JsonPointer pointer, SearchKind kind, String text) {}
