package org.ivrea.flow.json;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;

/// Writes JSON. The same value always gives the same text, and the text of a value that was read from a canonical
/// text is that text again.
///
/// Canonical form: UTF-8, two spaces per level, LF, one LF at the end. An object or array whose text on one line is
/// [#ONE_LINE] characters long at most is written on one line, with spaces inside the brackets; the document itself
/// never is. Only what JSON requires is escaped.
public final class JsonWriter {

    /// The longest object or array that is written on one line, in UTF-16 units.
    public static final int ONE_LINE = 100;

    private static final String LEVEL = "  ";

    private final StringBuilder out = new StringBuilder();

    private JsonWriter() {}

    /// The canonical text, for files.
    public static String canonical(Json document) {
        var writer = new JsonWriter();
        if (document.isScalar()) {
            writer.scalar(document);
        } else {
            writer.lines(document, "\n");
        }
        return writer.out.append('\n').toString();
    }

    /// The canonical text as UTF-8.
    public static byte[] canonicalBytes(Json document) {
        return canonical(document).getBytes(StandardCharsets.UTF_8);
    }

    /// The value on one line and without spaces, for messages and for the wire.
    public static String compact(Json value) {
        var writer = new JsonWriter();
        writer.oneLine(value, "", Integer.MAX_VALUE);
        return writer.out.toString();
    }

    /// @param indent the line break and the spaces before this value's closing bracket
    private void value(Json value, String indent) {
        int start = out.length();
        if (value.isScalar()) {
            scalar(value);
        } else if (!oneLine(value, " ", start + ONE_LINE)) {
            out.setLength(start);
            lines(value, indent);
        }
    }

    private void lines(Json value, String indent) {
        String inner = indent + LEVEL;
        switch (value) {
            case Json.Obj(var members) when !members.isEmpty() -> {
                char separator = '{';
                for (Map.Entry<String, Json> member : members.entrySet()) {
                    out.append(separator).append(inner);
                    string(member.getKey());
                    out.append(": ");
                    value(member.getValue(), inner);
                    separator = ',';
                }
                out.append(indent).append('}');
            }
            case Json.Arr(var items) when !items.isEmpty() -> {
                char separator = '[';
                for (Json item : items) {
                    out.append(separator).append(inner);
                    value(item, inner);
                    separator = ',';
                }
                out.append(indent).append(']');
            }
            default -> oneLine(value, " ", Integer.MAX_VALUE);
        }
    }

    /// @param space what stands inside brackets and behind separators
    /// @param limit the longest the output may grow
    /// @return false when the value does not fit; what was written so far is to be dropped
    private boolean oneLine(Json value, String space, int limit) {
        switch (value) {
            case Json.Obj(var members) -> {
                out.append('{');
                for (Iterator<Map.Entry<String, Json>> left = members.entrySet().iterator(); left.hasNext();) {
                    Map.Entry<String, Json> member = left.next();
                    out.append(space);
                    string(member.getKey());
                    out.append(':').append(space);
                    if (!oneLine(member.getValue(), space, limit)) {
                        return false;
                    }
                    out.append(left.hasNext() ? "," : space);
                }
                out.append('}');
            }
            case Json.Arr(var items) -> {
                out.append('[');
                for (Iterator<Json> left = items.iterator(); left.hasNext();) {
                    out.append(space);
                    if (!oneLine(left.next(), space, limit)) {
                        return false;
                    }
                    out.append(left.hasNext() ? "," : space);
                }
                out.append(']');
            }
            default -> scalar(value);
        }
        return out.length() <= limit;
    }

    private void scalar(Json value) {
        switch (value) {
            case Json.Str(String text) -> string(text);
            case Json.Num(var number) -> out.append(number);
            case Json.Bool bool -> out.append(bool.value());
            default -> out.append("null");
        }
    }

    private void string(String text) {
        out.append('"');
        int copied = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
                continue;
            }
            if (isPairAt(text, at)) {
                at++;
                continue;
            }
            out.append(text, copied, at);
            escape(c);
            copied = at + 1;
        }
        out.append(text, copied, text.length()).append('"');
    }

    private static boolean isPairAt(String text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (Character.isSurrogate(c)) {
                    // Half of a character cannot be written as UTF-8.
                    out.append('\uFFFD');
                } else {
                    out.append("\\u%04x".formatted((int) c));
                }
            }
        }
    }
}
