package org.ivrea.flow.json;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the values of a JSON text stand. Costs nothing until it is asked: then it scans the text again, along the
/// pointer only, and remembers the objects it passed. Threads may share one.
public final class SourceMap {

    /// Knows no position.
    public static final SourceMap NONE = new SourceMap("", JsonLimits.DEFAULT);

    private record Slot(int name, int value) {}

    private final String text;
    private final JsonLimits limits;
    private final Map<Integer, Map<String, Slot>> containers = new HashMap<>();
    private @Nullable Lines lines;

    SourceMap(String text, JsonLimits limits) {
        this.text = text;
        this.limits = limits;
    }

    /// The positions in a text that may be broken; what stands before the fault is found.
    public static SourceMap of(byte[] bytes, JsonLimits limits) {
        return bytes.length > limits.maxBytes() ? NONE : new SourceMap(JsonText.decode(bytes).text(), limits);
    }

    /// Where the value begins. A value that the text does not have gives the position of the nearest one around it.
    ///
    /// @return `null` only when nothing is known at all
    public synchronized @Nullable Position positionOf(JsonPointer pointer) {
        Slot slot = find(pointer);
        return slot == null ? null : at(slot.value);
    }

    /// Where the name of the member begins; for anything but a member, where the value begins.
    public synchronized @Nullable Position namePositionOf(JsonPointer pointer) {
        Slot slot = find(pointer);
        return slot == null ? null : at(slot.name);
    }

    synchronized Position at(int offset) {
        if (lines == null) {
            lines = new Lines(text);
        }
        return lines.at(offset);
    }

    private @Nullable Slot find(JsonPointer pointer) {
        var scanner = new JsonScanner(text, limits);
        if (scanner.peek() == JsonScanner.END) {
            return null;
        }
        Slot slot = new Slot(scanner.offset(), scanner.offset());
        for (String token : pointer.tokens()) {
            Slot inner = containers.computeIfAbsent(slot.value, start -> contents(scanner, start)).get(token);
            if (inner == null) {
                break;
            }
            slot = inner;
        }
        return slot;
    }

    private static Map<String, Slot> contents(JsonScanner scanner, int start) {
        Map<String, Slot> slots = new LinkedHashMap<>();
        scanner.moveTo(start);
        int open = scanner.peek();
        try {
            if (open == '{') {
                scanner.take();
                members(scanner, slots);
            } else if (open == '[') {
                scanner.take();
                items(scanner, slots);
            }
        } catch (SyntaxFault _) {
            // The text is broken from here on; what was found before is what is known.
            return slots;
        }
        return slots;
    }

    private static void members(JsonScanner scanner, Map<String, Slot> slots) throws SyntaxFault {
        while (scanner.peek() == '"') {
            int nameAt = scanner.offset();
            String name = scanner.name();
            if (scanner.peek() != ':') {
                return;
            }
            scanner.take();
            scanner.peek();
            slots.putIfAbsent(name, new Slot(nameAt, scanner.offset()));
            skipValue(scanner);
            skipComma(scanner);
        }
    }

    private static void items(JsonScanner scanner, Map<String, Slot> slots) throws SyntaxFault {
        while (scanner.peek() != ']' && scanner.peek() != JsonScanner.END) {
            int valueAt = scanner.offset();
            slots.put(Integer.toString(slots.size()), new Slot(valueAt, valueAt));
            skipValue(scanner);
            if (!skipComma(scanner)) {
                return;
            }
        }
    }

    private static boolean skipComma(JsonScanner scanner) {
        boolean comma = scanner.peek() == ',';
        if (comma) {
            scanner.take();
        }
        return comma;
    }

    private static void skipValue(JsonScanner scanner) throws SyntaxFault {
        int depth = 0;
        do {
            switch (scanner.peek()) {
                case JsonScanner.END -> {
                    return;
                }
                case '{', '[' -> {
                    depth++;
                    scanner.take();
                }
                case '}', ']' -> {
                    if (--depth < 0) {
                        return;
                    }
                    scanner.take();
                }
                case '"' -> scanner.string();
                case ',', ':' -> {
                    if (depth == 0) {
                        return;
                    }
                    scanner.take();
                }
                default -> skipWord(scanner);
            }
        } while (depth > 0);
    }

    private static void skipWord(JsonScanner scanner) {
        String text = scanner.text();
        int at = scanner.offset() + 1;
        while (at < text.length() && ",:]}\"[{ \n\r\t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        scanner.moveTo(at);
    }
}
