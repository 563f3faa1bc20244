package org.ivrea.designer.prompts;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A recording of the project in all its languages.
///
/// @param file   as flows name it
/// @param texts  what it says, by language; empty for a language without text
/// @param states by language
/// @param uses   where it is played; empty for one that no flow names
public record PromptRow(String file, Map<String, String> texts, SortedMap<String, PromptState> states,
        List<PromptUse> uses) {
    public PromptRow {
        texts = Map.copyOf(texts);
        states = Collections.unmodifiableSortedMap(new TreeMap<>(states));
        uses = List.copyOf(uses);
    }

    public boolean isUnused() {
        return uses.isEmpty();
    }

    public boolean isMissingAny() {
        return states.values().stream().anyMatch(state -> !state.exists());
    }
}
