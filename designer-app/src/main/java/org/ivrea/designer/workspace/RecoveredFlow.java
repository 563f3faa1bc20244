package org.ivrea.designer.workspace;

import java.time.Instant;
import org.ivrea.flow.document.FlowDocument;

/// Unsaved changes of a flow that the last session left behind.
///
/// @param document the flow with them
/// @param at       when the last of them was made
public record RecoveredFlow(String flow, FlowDocument document, Instant at) {}
