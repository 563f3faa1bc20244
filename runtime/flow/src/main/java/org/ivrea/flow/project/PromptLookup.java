package org.ivrea.flow.project;

import java.nio.file.Path;

/// The answer to the question where a prompt's recording is.
public sealed interface PromptLookup {

    /// The recording is there.
    ///
    /// @param path a readable file inside the project
    record Found(Path path) implements PromptLookup {}

    /// There is no such recording.
    ///
    /// @param message where the recording was expected, for people
    record Missing(String message) implements PromptLookup {}

    /// The name may not be looked up at all.
    ///
    /// @param message why, and what to do, for people
    record Refused(String message) implements PromptLookup {}
}
