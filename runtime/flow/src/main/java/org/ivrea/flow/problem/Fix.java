package org.ivrea.flow.problem;

import java.util.function.UnaryOperator;
import org.ivrea.flow.document.FlowDocument;

/// An edit that solves a problem.
///
/// @param label what the edit does, such as `Rename to "main-menu"`
/// @param edit  pure; gives the document itself when the problem is gone already
public record Fix(String label, UnaryOperator<FlowDocument> edit) {}
