package org.ivrea.deploy.difference;

/// A recording or a call script that is not what it was.
///
/// @param name        relative to the project, with `/`
/// @param bytesBefore 0 when it was not there
/// @param bytesAfter  0 when it is not there any more
public record FileChange(String name, ChangeKind kind, long bytesBefore, long bytesAfter) {

    /// Whether calls may sound different for it. Call scripts are for the author alone.
    public boolean isHeard() {
        return name.startsWith("prompts/");
    }
}
