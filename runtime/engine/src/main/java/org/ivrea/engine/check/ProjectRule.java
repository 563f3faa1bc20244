package org.ivrea.engine.check;

import java.util.function.Consumer;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.flow.problem.Problem;

/// Something that the settings of a project are held to, seen together with its flows. As [FlowRule] otherwise. Problems
/// are about `project.json`.
public interface ProjectRule {
    void check(CompiledProject project, Consumer<Problem> problems);
}
