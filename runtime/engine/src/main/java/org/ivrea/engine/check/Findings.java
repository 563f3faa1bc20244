package org.ivrea.engine.check;

import java.util.ArrayList;
import java.util.List;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Fix;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.problem.Severity;
import org.jspecify.annotations.Nullable;

/// Where rules put what they find in one flow.
public final class Findings {
    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    /// @param file of the flow, relative to the project
    Findings(String file) {
        this.file = file;
    }

    List<Problem> problems() {
        return problems;
    }

    public void report(String code, Severity severity, @Nullable CompiledNode node, JsonPointer pointer, String message,
            @Nullable Fix fix) {
        problems.add(
                new Problem(code, severity, file, node == null ? null : node.id(), pointer, null, message, fix));
    }

    public void error(String code, @Nullable CompiledNode node, JsonPointer pointer, String message,
            @Nullable Fix fix) {
        report(code, Severity.ERROR, node, pointer, message, fix);
    }

    public void warning(String code, @Nullable CompiledNode node, JsonPointer pointer, String message,
            @Nullable Fix fix) {
        report(code, Severity.WARNING, node, pointer, message, fix);
    }

    public void info(String code, @Nullable CompiledNode node, JsonPointer pointer, String message,
            @Nullable Fix fix) {
        report(code, Severity.INFO, node, pointer, message, fix);
    }
}
