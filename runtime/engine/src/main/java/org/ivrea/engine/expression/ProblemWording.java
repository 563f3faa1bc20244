package org.ivrea.engine.expression;

import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.types.CelType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Rewords what CEL finds wrong, for authors.
final class ProblemWording {
    static final String TOO_LONG = "The expression is longer than the " + CelLanguage.LONGEST_SOURCE
            + " characters allowed";
    static final String TOO_DEEP = "The expression is nested too deeply; split it into several";

    private static final int MOST = 10;
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*");
    private static final Pattern OVERLOAD = Pattern.compile(
            "found no matching overload for '([^']*)' applied to '(.*)' \\(candidates.*");
    private static final Pattern NO_MEMBERS = Pattern.compile("type '(.*)' does not support field selection.*");
    private static final Pattern NO_RANGE = Pattern.compile("expression of type '(.*)' cannot be range of a .*");

    private final String source;
    private final UnknownName unknown;

    ProblemWording(String source, CelScope scope) {
        this.source = source;
        this.unknown = new UnknownName(source, scope);
    }

    /// Of a result that no variable can hold.
    static String noResult(CelType type) {
        return switch (type.kind()) {
            case DURATION -> "The result is a length of time; add .getSeconds() to make a whole number of it";
            case OPAQUE -> "The result may be missing; add .orValue(…) to say what to use then";
            case BYTES -> "The result is bytes; string(…) makes text of them";
            default -> "The result is neither text, number, true or false, list, map nor time";
        };
    }

    /// The first of the syntax errors, for the others mostly follow from it; else everything that is wrong.
    List<ExpressionProblem> of(List<CelIssue> issues) {
        List<ExpressionProblem> problems = new ArrayList<>();
        for (CelIssue issue : issues) {
            int offset = offset(issue.getSourceLocation());
            String syntax = SyntaxWording.of(issue.getMessage(), source, offset);
            if (syntax != null) {
                return List.of(new ExpressionProblem(offset, syntax));
            }
            ExpressionProblem problem = semantic(issue.getMessage(), offset);
            if (problem != null && problems.size() < MOST && !problems.contains(problem)) {
                problems.add(problem);
            }
        }
        if (problems.isEmpty()) {
            problems.add(new ExpressionProblem(0, "The expression cannot be understood"));
        }
        return problems;
    }

    private @Nullable ExpressionProblem semantic(String message, int offset) {
        Matcher undeclared = UNDECLARED.matcher(message);
        if (undeclared.matches()) {
            return unknown.problem(undeclared.group(1), offset);
        }
        if (message.startsWith("Message type resolution failure")) {
            return null; // the type's name is reported already
        }
        return new ExpressionProblem(offset, plain(message));
    }

    private static String plain(String message) {
        Matcher overload = OVERLOAD.matcher(message);
        if (overload.matches()) {
            return OperatorWording.of(overload.group(1), overload.group(2));
        }
        Matcher noMembers = NO_MEMBERS.matcher(message);
        if (noMembers.matches()) {
            return "Only maps have members; this is " + OperatorWording.type(noMembers.group(1));
        }
        Matcher noRange = NO_RANGE.matcher(message);
        if (noRange.matches()) {
            return "Only lists and maps have items to go through; this is " + OperatorWording.type(noRange.group(1));
        }
        if (message.startsWith("invalid argument to has()") || message.equals("expression does not select a field")) {
            return "has(…) needs a member, as in has(reply.name)";
        }
        if (message.startsWith("The argument must be a simple name")) {
            return "The first argument must be a new name, as in exists(item, item > 3)";
        }
        if (message.startsWith("For input string") || message.contains("out of range")) {
            return "This number is larger than a whole number of 64 bits may be";
        }
        if (message.startsWith("unsupported syntax")) {
            return "This is not expected here";
        }
        return "This cannot be understood (" + message + ")";
    }

    /// CEL counts lines from 1 and columns in code points from 0.
    private int offset(CelSourceLocation location) {
        int start = 0;
        for (int line = 1; line < location.getLine(); line++) {
            int end = source.indexOf('\n', start);
            if (end < 0) {
                break;
            }
            start = end + 1;
        }
        int available = source.codePointCount(start, source.length());
        return source.offsetByCodePoints(start, Math.clamp(location.getColumn(), 0, available));
    }
}
