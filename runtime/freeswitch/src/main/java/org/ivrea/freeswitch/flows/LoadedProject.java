package org.ivrea.freeswitch.flows;

import java.nio.file.Path;
import java.util.List;
import org.ivrea.engine.run.FlowRunner;
import org.ivrea.flow.problem.Problem;
import org.ivrea.freeswitch.call.AudioItems;
import org.jspecify.annotations.Nullable;

/// One version of a project, ready for calls. Those in progress keep theirs when a newer one comes.
///
/// @param name     the folder's name
/// @param runner   `null` when its settings cannot be read
/// @param items    its recordings; `null` when its settings cannot be read
/// @param problems the errors that keep flows of it from running
/// @param version  which version it is
public record LoadedProject(String name, Path folder, @Nullable FlowRunner runner, @Nullable AudioItems items,
        List<Problem> problems, ProjectVersion version) {
    public LoadedProject {
        problems = List.copyOf(problems);
    }
}
