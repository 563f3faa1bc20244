package org.ivrea.designer.servers.export;

import java.util.List;
import org.ivrea.deploy.rollout.RolloutMode;
import org.ivrea.deploy.rollout.TargetSurvey;
import org.ivrea.designer.servers.ServerEntry;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.flow.pack.SigningKey;
import org.jspecify.annotations.Nullable;

/// What the pages of one export have found out so far. Used by the thread of the user interface.
final class ExportPlan {
    String name = "";
    String version = "";
    @Nullable SigningKey key;
    List<ServerEntry> servers = List.of();
    RolloutMode mode = RolloutMode.ALL_OR_NOTHING;
    /// The project as it was checked, and as it will be packed.
    @Nullable CompiledProject project;
    List<TargetSurvey> surveys = List.of();
}
