package org.ivrea.designer.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The flows of a project that were open last.
///
/// @param flows that had tabs, in their order
/// @param front the flow whose tab was in front; `null` for none
public record OpenTabs(List<String> flows, @Nullable String front) {
    public OpenTabs {
        flows = List.copyOf(flows);
    }
}
