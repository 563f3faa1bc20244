package org.ivrea.designer.workspace;

import org.ivrea.flow.document.FlowDocument;
import org.jspecify.annotations.Nullable;

/// Somebody else changed a file that has changes of its own here. Until the person chooses, it is edited as it is here
/// and not saved.
///
/// @param name   of the flow, or `project.json` for the settings
/// @param onDisk what the flow's file says now; `null` when it was deleted or cannot be read, and for the settings
/// @param reason what happened, in one sentence for people
public record DiskConflict(String name, @Nullable FlowDocument onDisk, String reason) {}
