package org.ivrea.engine.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Says why an operator or function does not go with its operands.
final class OperatorWording {
    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("_+_", "+"), Map.entry("_-_", "-"), Map.entry("_*_", "*"), Map.entry("_/_", "/"),
            Map.entry("_%_", "%"), Map.entry("_==_", "=="), Map.entry("_!=_", "!="), Map.entry("_<_", "<"),
            Map.entry("_<=_", "<="), Map.entry("_>_", ">"), Map.entry("_>=_", ">="), Map.entry("@in", "in"),
            Map.entry("-_", "-"));

    private OperatorWording() {}

    /// @param types CEL's names of the operands' types, as `(int, string)`, or as `string.(int)` for a method
    static String of(String function, String types) {
        int method = types.startsWith("(") ? -1 : types.lastIndexOf(".(");
        String arguments = types.substring(method < 0 ? 1 : method + 2, types.length() - 1);
        List<String> operands = new ArrayList<>(arguments.isEmpty() ? List.of() : split(arguments));
        if (method > 0) {
            operands.addFirst(types.substring(0, method));
        }
        return switch (function) {
            case "_?_:_" -> choice(operands);
            case "_&&_" -> condition("&&", operands);
            case "_||_" -> condition("||", operands);
            case "!_" -> condition("!", operands);
            case "_[_]" -> index(operands);
            default -> {
                String name = OPERATORS.get(function);
                yield "\"" + (name == null ? function : name) + "\" does not work with " + and(operands)
                        + hint(function, operands);
            }
        };
    }

    private static String choice(List<String> operands) {
        if (!isCondition(operands.getFirst())) {
            return "What stands before \"?\" must be true or false, but is " + type(operands.getFirst());
        }
        return "Both results of \"? :\" must be of one kind, but are " + and(operands.subList(1, operands.size()));
    }

    private static String condition(String operator, List<String> operands) {
        String wrong = operands.stream().filter(operand -> !isCondition(operand)).findFirst().orElse("");
        return "\"" + operator + "\" needs something that is true or false, but this is " + type(wrong);
    }

    private static boolean isCondition(String type) {
        return type.equals("bool") || type.equals("dyn");
    }

    private static String index(List<String> operands) {
        String container = operands.getFirst();
        if (container.equals("string")) {
            return "Text has no items; charAt(…) gives one character";
        }
        return container.startsWith("list")
                ? "A list's items are numbered; this is " + type(operands.getLast())
                : "Only lists and maps have items; this is " + type(container)
                        + (container.startsWith("map") ? " with other keys than " + type(operands.getLast()) : "");
    }

    private static String hint(String function, List<String> operands) {
        if (function.equals("join")) {
            return "; it joins a list of texts";
        }
        boolean text = operands.contains("string");
        boolean number = operands.contains("int") || operands.contains("double");
        if (text && number) {
            return function.equals("_+_") ? "; string(…) makes text of a number" : "; int(…) makes a number of text";
        }
        return "";
    }

    private static String and(List<String> types) {
        List<String> words = types.stream().map(OperatorWording::type).toList();
        if (words.size() == 2 && words.getFirst().equals(words.getLast())) {
            return "two different kinds of " + words.getFirst().substring(words.getFirst().indexOf(' ') + 1);
        }
        return words.isEmpty() ? "nothing" : String.join(" and ", words);
    }

    /// CEL's name of a type in the words of messages.
    static String type(String type) {
        return switch (type) {
            case "int", "uint" -> "a whole number";
            case "double" -> "a number";
            case "string" -> "text";
            case "bool" -> "true or false";
            case "bytes" -> "bytes";
            case "google.protobuf.Timestamp" -> "a time";
            case "google.protobuf.Duration" -> "a length of time";
            case "dyn" -> "anything";
            case "null", "null_type" -> "null";
            default -> type.startsWith("list")
                    ? "a list"
                    : type.startsWith("map")
                            ? "a map"
                            : type.startsWith("optional_type") ? "a value that may be missing" : "a type";
        };
    }

    /// At the commas that are not inside brackets.
    private static List<String> split(String types) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int at = 0; at < types.length(); at++) {
            char c = types.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(types.substring(start, at).strip());
                start = at + 1;
            }
        }
        parts.add(types.substring(start).strip());
        return parts;
    }
}
