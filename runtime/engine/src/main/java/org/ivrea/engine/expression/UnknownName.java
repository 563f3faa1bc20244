package org.ivrea.engine.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ivrea.flow.problem.DidYouMean;
import org.jspecify.annotations.Nullable;

/// Says what a name that nothing has may have been meant to be.
final class UnknownName {
    private static final Set<String> NAMESPACES = Set.of("math", "optional", "strings");
    private static final List<String> FUNCTIONS = List.of("size", "contains", "startsWith", "endsWith", "matches",
            "has",
            "all", "exists", "exists_one", "map", "filter", "int", "uint", "double", "string", "bool", "bytes", "dyn",
            "type", "timestamp", "duration", "getFullYear", "getMonth", "getDate", "getDayOfMonth", "getDayOfWeek",
            "getDayOfYear", "getHours", "getMinutes", "getSeconds", "getMilliseconds", "charAt", "indexOf",
            "lastIndexOf", "join", "lowerAscii", "upperAscii", "replace", "reverse", "split", "substring", "trim",
            "orValue", "or", "hasValue", "value", "optMap", "optFlatMap", "math.greatest", "math.least", "math.ceil",
            "math.floor", "math.round", "math.trunc", "math.abs", "math.sign", "math.sqrt", "math.isNaN", "math.isInf",
            "math.isFinite", "math.bitAnd", "math.bitOr", "math.bitXor", "math.bitNot", "math.bitShiftLeft",
            "math.bitShiftRight", "optional.of", "optional.none", "optional.ofNonZeroValue", "strings.quote");

    /// Everything is near to a shorter name.
    private static final int SHORTEST_HINTED = 3;

    private final String source;
    private final CelScope scope;

    UnknownName(String source, CelScope scope) {
        this.source = source;
        this.scope = scope;
    }

    /// @return `null` when another problem says it better
    @Nullable
    ExpressionProblem problem(String name, int offset) {
        if (source.startsWith("(", offset)) {
            return function(offset);
        }
        if (source.startsWith("{", offset)) {
            return new ExpressionProblem(offset, "\"" + name + "\" is no type; a map is written {…} alone");
        }
        String chain = chain(offset);
        if (NAMESPACES.contains(name) && chain.length() > name.length()) {
            return null; // the function behind it is reported
        }
        return new ExpressionProblem(offset, variable(name, chain));
    }

    private String variable(String name, String chain) {
        boolean engine = EngineNames.TYPES.keySet().stream().anyMatch(known -> known.startsWith(name + "."));
        if (engine && chain.equals(name)) {
            return "\"" + name + "\" stands for several values; write one of "
                    + String.join(", ", scope.types().keySet().stream().filter(n -> n.startsWith(name + ".")).toList());
        }
        if (engine) {
            int second = chain.indexOf('.', name.length() + 1);
            String full = second < 0 ? chain : chain.substring(0, second);
            return "There is no \"" + full + "\"" + DidYouMean.hint(full, EngineNames.TYPES.keySet());
        }
        List<String> candidates = new ArrayList<>(scope.types().keySet());
        candidates.addAll(List.of("true", "false", "null"));
        String hint = name.length() < SHORTEST_HINTED ? "" : DidYouMean.hint(name, candidates);
        return "There is no variable \"" + name + "\""
                + (hint.isEmpty() ? "; declare it, or put quotes around text" : hint);
    }

    /// CEL points at the bracket behind the name.
    private ExpressionProblem function(int bracket) {
        int end = bracket;
        while (end > 0 && Character.isWhitespace(source.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && isNamePart(source.charAt(start - 1))) {
            start--;
        }
        String name = source.substring(start, end);
        for (String namespace : NAMESPACES) {
            if (source.startsWith(namespace + ".", start - namespace.length() - 1)) {
                start -= namespace.length() + 1;
                name = source.substring(start, end);
            }
        }
        if (FUNCTIONS.contains(name)) {
            return new ExpressionProblem(start, "\"" + name + "\" cannot be used with these arguments");
        }
        return new ExpressionProblem(start, "There is no function \"" + name + "\"" + DidYouMean.hint(name, FUNCTIONS));
    }

    /// The dotted name that begins there.
    private String chain(int start) {
        int end = start;
        while (end < source.length() && (isNamePart(source.charAt(end)) || source.charAt(end) == '.')) {
            end++;
        }
        return source.substring(start, end);
    }

    private static boolean isNamePart(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '_');
    }
}
