package org.ivrea.flow.problem;

import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.json.Position;
import org.ivrea.flow.json.SourceMap;
import org.jspecify.annotations.Nullable;

/// One thing that is wrong, where it is, and what to do.
///
/// @param code     what kind of problem it is, for programs, such as `json-syntax`; docs/checks.md explains each
/// @param file     the file's name, relative to the project, with `/`; `null` when no file is concerned
/// @param nodeId   `null` when no single node is concerned
/// @param pointer  the value concerned, in the canonical document
/// @param position the place in the file; `null` when unknown
/// @param message  one sentence, for people
/// @param fix      `null` when there is no automatic one
public record Problem(String code, Severity severity, @Nullable String file, @Nullable String nodeId,
        JsonPointer pointer, @Nullable Position position, String message, @Nullable Fix fix) {

    public static Problem error(String code, JsonPointer pointer, String message) {
        return new Problem(code, Severity.ERROR, null, null, pointer, null, message, null);
    }

    public static Problem warning(String code, JsonPointer pointer, String message) {
        return new Problem(code, Severity.WARNING, null, null, pointer, null, message, null);
    }

    public static Problem info(String code, JsonPointer pointer, String message) {
        return new Problem(code, Severity.INFO, null, null, pointer, null, message, null);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    public Problem withFile(@Nullable String newFile) {
        return new Problem(code, severity, newFile, nodeId, pointer, position, message, fix);
    }

    public Problem withNode(@Nullable String newNodeId) {
        return new Problem(code, severity, file, newNodeId, pointer, position, message, fix);
    }

    public Problem withPosition(@Nullable Position newPosition) {
        return new Problem(code, severity, file, nodeId, pointer, newPosition, message, fix);
    }

    public Problem withFix(@Nullable Fix newFix) {
        return new Problem(code, severity, file, nodeId, pointer, position, message, newFix);
    }

    /// The problem with its position looked up, unless it has one already.
    public Problem locatedIn(SourceMap positions) {
        return position != null ? this : withPosition(positions.positionOf(pointer));
    }

    /// One line as compilers write it: `flows/main.flow.json:12:7: error: … [code]`. Without a position the pointer
    /// stands in its place.
    @Override
    public String toString() {
        var line = new StringBuilder();
        if (file != null) {
            line.append(file).append(':');
        }
        if (position != null) {
            line.append(position).append(':');
        } else if (pointer.parent() != null) {
            line.append(pointer).append(':');
        }
        if (!line.isEmpty()) {
            line.append(' ');
        }
        return line.append(severity).append(": ").append(message).append(" [").append(code).append(']').toString();
    }
}
