package org.ivrea.designer.workspace;

import org.ivrea.flow.document.FlowDocument;
import org.jspecify.annotations.Nullable;

/// Somebody else changed the file of a flow that has changes of its own here. Until the person chooses, the flow is
/// edited as it is here and not saved.
///
/// @param onDisk what the file says now; `null` when it was deleted or cannot be read
/// @param reason what happened, in one sentence for people
public record DiskConflict(String flow, @Nullable FlowDocument onDisk, String reason) {}
