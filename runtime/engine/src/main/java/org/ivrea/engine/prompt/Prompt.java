package org.ivrea.engine.prompt;

import java.util.List;

/// A list of things that the caller hears one after the other.
public record Prompt(List<PromptItem> items) {
    public static final Prompt NONE = new Prompt(List.of());

    public Prompt {
        items = List.copyOf(items);
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }
}
