package org.ivrea.designer.prompts;

import org.ivrea.flow.json.JsonPointer;

/// A place in a flow where a recording is named.
///
/// @param item the prompt's item, relative to the node
public record PromptUse(String flow, String node, JsonPointer item) {}
