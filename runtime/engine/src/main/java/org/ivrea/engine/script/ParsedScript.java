package org.ivrea.engine.script;

import java.util.List;
import org.ivrea.flow.problem.Problem;

/// What [CallScriptParser] made of a text.
///
/// @param script   the lines that could be read
/// @param problems in the order of the lines; a script with problems must not be run
public record ParsedScript(CallScript script, List<Problem> problems) {
    public ParsedScript {
        problems = List.copyOf(problems);
    }

    public boolean isComplete() {
        return problems.isEmpty();
    }
}
