package org.ivrea.designer.workspace;

import java.util.List;
import org.ivrea.flow.problem.Problem;

/// A file that cannot be edited: damaged, or made by a newer release. It is shown as it is, and never written.
///
/// @param file     relative to the project, with `/`
/// @param problems what is wrong with it
/// @param text     what it says, as far as it can be read
public record BrokenFile(String file, List<Problem> problems, String text) {
    public BrokenFile {
        problems = List.copyOf(problems);
    }
}
