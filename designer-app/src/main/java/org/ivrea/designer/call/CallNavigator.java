package org.ivrea.designer.call;

import org.ivrea.flow.problem.Problem;

/// Where the call's views lead to in the window.
public interface CallNavigator {

    /// Shows a node in its flow's drawing.
    void showNode(String flow, String node);

    /// Shows what is wrong in a flow.
    void showProblem(Problem problem);
}
