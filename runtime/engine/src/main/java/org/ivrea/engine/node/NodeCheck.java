package org.ivrea.engine.node;

import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Fix;
import org.ivrea.flow.problem.Severity;
import org.jspecify.annotations.Nullable;

/// Where a node reports what is wrong with it.
public interface NodeCheck {

    /// The node's own pointer in the document, to make pointers to its fields.
    JsonPointer pointer();

    String nodeId();

    /// @param pointer of the value concerned
    void report(String code, Severity severity, JsonPointer pointer, String message, @Nullable Fix fix);

    default void error(String code, JsonPointer pointer, String message) {
        report(code, Severity.ERROR, pointer, message, null);
    }

    default void warning(String code, JsonPointer pointer, String message) {
        report(code, Severity.WARNING, pointer, message, null);
    }
}
