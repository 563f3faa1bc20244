package org.ivrea.designer.prompts;

/// A recording in one language.
///
/// @param exists whether there is a file
/// @param draft  whether a synthetic voice speaks it
/// @param ms     its length; 0 when there is none, or it cannot be read
public record PromptState(boolean exists, boolean draft, long ms) {
    public static final PromptState MISSING = new PromptState(false, false, 0);
}
