package org.ivrea.flow.codec;

import java.util.List;
import java.util.stream.Collectors;
import org.ivrea.flow.json.SourceMap;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// What was made of a file or a folder.
///
/// @param value     `null` when it could not be taken over without losing something; then a problem says why
/// @param problems  an error beside a value means: it can be edited and saved, but not run
/// @param positions where the values stand in the file
public record Loaded<T>(@Nullable T value, List<Problem> problems, SourceMap positions) {
    public Loaded {
        problems = List.copyOf(problems);
    }

    /// The value, for callers that have made sure there is one.
    ///
    /// @throws IllegalStateException with the problems as message when there is none
    public T orThrow() {
        if (value == null) {
            throw new IllegalStateException(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
        return value;
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
