package org.ivrea.designer.simulation;

import java.util.Collection;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Whether a flow can answer a call.
public sealed interface CallStart {

    record Possible() implements CallStart {}

    /// @param message why not, and what to do, for people
    /// @param problem what is wrong in the flow, to be shown; `null` when there is nothing to show
    record Impossible(String message, @Nullable Problem problem) implements CallStart {}

    /// @param problems of the project
    static CallStart check(CompiledProject project, Collection<Problem> problems, String flow) {
        CompiledFlow compiled = project.flow(flow);
        if (compiled == null) {
            return new Impossible("There is no flow \"" + flow + "\" that can be called; choose another one", null);
        }
        if (compiled.runnable()) {
            return new Possible();
        }
        Problem first = problems.stream().filter(Problem::isError)
                .filter(problem -> compiled.file().equals(problem.file())).findFirst().orElse(null);
        return new Impossible("The flow \"" + flow + "\" cannot answer a call, as it has errors"
                + (first == null ? "" : ": " + first.message()), first);
    }
}
