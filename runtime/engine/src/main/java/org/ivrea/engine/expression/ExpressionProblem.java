package org.ivrea.engine.expression;

/// What is wrong with an expression.
///
/// @param offset in UTF-16 units from the start of the source, 0 to its length
public record ExpressionProblem(int offset, String message) {}
