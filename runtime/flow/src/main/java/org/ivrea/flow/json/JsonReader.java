package org.ivrea.flow.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Reads JSON (RFC 8259, nothing more) from bytes that nobody has checked. It never throws: what is wrong comes back
/// as problems with pointer, line and column.
///
/// It is strict where lenience would hide a fault: the bytes must be UTF-8, an object must not name a member twice,
/// and [JsonLimits] hold before memory is spent. A byte order mark is tolerated with a warning.
public final class JsonReader {
    private static final int MOST_PROBLEMS = 100;

    private final JsonScanner scanner;
    private final JsonLimits limits;
    private final SourceMap positions;
    private final List<JsonProblem> problems = new ArrayList<>();
    private final Object[] path;
    private int depth;

    private JsonReader(String text, JsonLimits limits) {
        this.scanner = new JsonScanner(text, limits);
        this.limits = limits;
        this.positions = new SourceMap(text, limits);
        this.path = new Object[limits.maxDepth()];
    }

    public static Parsed read(byte[] bytes, JsonLimits limits) {
        if (bytes.length > limits.maxBytes()) {
            var tooLong = new JsonProblem(JsonProblem.LIMIT, false, JsonPointer.ROOT, new Position(1, 1),
                    "The text is longer than the " + limits.maxBytes() + " bytes allowed");
            return new Parsed(null, List.of(tooLong), SourceMap.NONE);
        }
        JsonText decoded = JsonText.decode(bytes);
        var reader = new JsonReader(decoded.text(), limits);
        if (decoded.orderMark()) {
            reader.report(JsonProblem.BYTE_ORDER_MARK, true, 0,
                    "The text begins with a byte order mark, which JSON does not have; saving removes it");
        }
        if (!decoded.complete()) {
            reader.report(JsonProblem.ENCODING, false, decoded.text().length(),
                    "The bytes here are not UTF-8; save the text as UTF-8");
            return new Parsed(null, reader.problems, reader.positions);
        }
        return reader.document();
    }

    private Parsed document() {
        Json value = null;
        try {
            if (scanner.peek() == JsonScanner.END) {
                throw SyntaxFault.syntax(0, "The text is empty");
            }
            value = value();
            if (scanner.peek() != JsonScanner.END) {
                throw SyntaxExplanation.textBehind(scanner.text(), scanner.offset());
            }
        } catch (SyntaxFault fault) {
            report(fault.code, false, fault.offset, fault.explanation);
        }
        boolean broken = problems.stream().anyMatch(problem -> !problem.warning());
        return new Parsed(broken ? null : value, problems, positions);
    }

    private void report(String code, boolean warning, int offset, String message) {
        problems.add(new JsonProblem(code, warning, pointer(), positions.at(offset), message));
    }

    private JsonPointer pointer() {
        JsonPointer pointer = JsonPointer.ROOT;
        for (int level = 0; level < depth; level++) {
            pointer = switch (path[level]) {
                case Integer index -> pointer.child(index);
                case String name -> pointer.child(name);
                default -> pointer;
            };
        }
        return pointer;
    }

    private Json value() throws SyntaxFault {
        return switch (scanner.peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> Json.of(scanner.string());
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> scanner.number();
            default -> scanner.word();
        };
    }

    private Json object() throws SyntaxFault {
        int start = enter();
        if (isClosed('}')) {
            return Json.obj();
        }
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        do {
            int nameAt = nextName(start);
            String name = scanner.name();
            path[depth - 1] = name;
            if (scanner.peek() != ':') {
                throw cutOffOr(start, SyntaxExplanation.noColon(scanner.text(), scanner.offset(), name));
            }
            scanner.take();
            Json value = nextValue(start);
            if (members.putIfAbsent(name, value) != null) {
                duplicate(name, nameAt);
            }
            checkCount(members.size(), "object", start);
        } while (goesOn('}', start));
        return new Json.Obj(members);
    }

    private Json array() throws SyntaxFault {
        int start = enter();
        if (isClosed(']')) {
            return Json.arr();
        }
        List<Json> items = new ArrayList<>();
        do {
            path[depth - 1] = items.size();
            items.add(nextValue(start));
            checkCount(items.size(), "array", start);
        } while (goesOn(']', start));
        return new Json.Arr(items);
    }

    private int enter() throws SyntaxFault {
        int start = scanner.offset();
        if (depth == limits.maxDepth()) {
            throw SyntaxFault.limit(start, "The document is nested deeper than the " + limits.maxDepth()
                    + " levels allowed");
        }
        path[depth++] = "";
        scanner.take();
        return start;
    }

    private boolean isClosed(char close) {
        if (scanner.peek() != close) {
            return false;
        }
        scanner.take();
        depth--;
        return true;
    }

    private int nextName(int start) throws SyntaxFault {
        if (scanner.peek() != '"') {
            throw cutOffOr(start, SyntaxExplanation.noName(scanner.text(), scanner.offset()));
        }
        return scanner.offset();
    }

    private Json nextValue(int start) throws SyntaxFault {
        if (scanner.peek() == JsonScanner.END) {
            throw cutOff(start);
        }
        return value();
    }

    /// Takes the comma or the end of the object or array.
    private boolean goesOn(char close, int start) throws SyntaxFault {
        int next = scanner.peek();
        int at = scanner.offset();
        if (next == ',') {
            scanner.take();
            if (scanner.peek() == close) {
                throw SyntaxExplanation.trailingComma(at, close);
            }
            return true;
        }
        if (next != close) {
            throw cutOffOr(start, SyntaxExplanation.noComma(scanner.text(), at, close));
        }
        scanner.take();
        depth--;
        return false;
    }

    private void duplicate(String name, int nameAt) throws SyntaxFault {
        String message = "The member \"" + SyntaxExplanation.shortened(name)
                + "\" appears twice in this object; remove or rename one";
        if (problems.size() >= MOST_PROBLEMS) {
            throw new SyntaxFault(JsonProblem.DUPLICATE, nameAt, message + " (further problems are not listed)");
        }
        report(JsonProblem.DUPLICATE, false, nameAt, message);
    }

    private void checkCount(int count, String container, int start) throws SyntaxFault {
        if (count > limits.maxMembers()) {
            throw SyntaxFault.limit(start, "This " + container + " has more than the " + limits.maxMembers()
                    + " members allowed");
        }
    }

    private SyntaxFault cutOffOr(int start, SyntaxFault fault) {
        return scanner.peek() == JsonScanner.END ? cutOff(start) : fault;
    }

    /// A file that was cut off ends inside some object or array: naming where that begins helps most.
    private SyntaxFault cutOff(int start) {
        String kind = scanner.text().charAt(start) == '{' ? "object" : "array";
        return SyntaxFault.syntax(scanner.offset(), "The text ends inside the " + kind + " that begins at line "
                + positions.at(start).line() + ", column " + positions.at(start).column()
                + "; it was probably cut off");
    }
}
