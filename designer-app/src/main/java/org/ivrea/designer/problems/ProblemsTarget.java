package org.ivrea.designer.problems;

import org.ivrea.flow.problem.Problem;

/// Where problems lead.
@FunctionalInterface
public interface ProblemsTarget {

    /// The person wants to see what a problem is about: its flow, node and field, as far as it names them.
    void goTo(Problem problem);
}
