package org.ivrea.flow.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What [JsonReader] made of a text.
///
/// @param value     the document; `null` when a problem that is no warning was found
/// @param problems  what is wrong with the text, in its order
/// @param positions where each value stands, also for the readable part of a broken text
public record Parsed(@Nullable Json value, List<JsonProblem> problems, SourceMap positions) {
    public Parsed {
        problems = List.copyOf(problems);
    }
}
