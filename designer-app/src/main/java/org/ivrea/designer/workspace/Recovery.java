package org.ivrea.designer.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ivrea.flow.project.ProjectDocument;

/// What the last session had not saved when it ended without closing the project.
///
/// @param flows    that are not as on disk, by name
/// @param settings when they are not as on disk
/// @param at       when the last change was made
public record Recovery(List<RecoveredFlow> flows, Optional<ProjectDocument> settings, Instant at) {
    public Recovery {
        flows = List.copyOf(flows);
    }
}
