package org.ivrea.designer.workspace;

import java.util.List;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.flow.problem.Problem;

/// What compiling and checking a project gave.
///
/// @param compiled the project as it was then
/// @param problems all of them: of the files, of compiling and of the checks, by file and place in it
/// @param revision counts the changes of the project; that of [Workspace#revision] when nothing changed since
public record Analysis(CompiledProject compiled, List<Problem> problems, long revision) {
    public Analysis {
        problems = List.copyOf(problems);
    }

    /// The problems in a flow's file.
    public List<Problem> problemsOf(String flow) {
        String file = FlowFiles.fileOf(flow);
        return problems.stream().filter(problem -> file.equals(problem.file())).toList();
    }
}
