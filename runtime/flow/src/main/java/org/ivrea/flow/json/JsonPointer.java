package org.ivrea.flow.json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The path of a value inside a document (RFC 6901). A child shares its parent, so a step down costs one object.
///
/// @param parent the pointer of the value around this one; `null` for the whole document
/// @param token  the member's name or the item's index; empty for the whole document
public record JsonPointer(@Nullable JsonPointer parent, String token) {

    /// The whole document.
    public static final JsonPointer ROOT = new JsonPointer(null, "");

    public JsonPointer {
        if (parent == null && !token.isEmpty()) {
            throw new IllegalArgumentException("the root of a pointer has no name, but got \"" + token + "\"");
        }
    }

    public JsonPointer child(String name) {
        return new JsonPointer(this, name);
    }

    public JsonPointer child(int index) {
        return new JsonPointer(this, Integer.toString(index));
    }

    /// Whether it points to the same value as the other pointer, or to one inside that.
    public boolean isWithin(JsonPointer other) {
        for (JsonPointer step = this; step != null; step = step.parent) {
            if (step.equals(other)) {
                return true;
            }
        }
        return false;
    }

    /// The steps from the root down to this value, unescaped.
    public List<String> tokens() {
        Deque<String> tokens = new ArrayDeque<>();
        for (JsonPointer step = this; step.parent != null; step = step.parent) {
            tokens.addFirst(step.token);
        }
        return List.copyOf(tokens);
    }

    /// The pointer that `text` spells, as `toString()` writes it.
    ///
    /// @throws IllegalArgumentException when the text is no JSON pointer
    public static JsonPointer parse(String text) {
        if (text.isEmpty()) {
            return ROOT;
        }
        if (text.charAt(0) != '/') {
            throw new IllegalArgumentException("a JSON pointer begins with '/', but got \"" + text + "\"");
        }
        JsonPointer pointer = ROOT;
        for (String token : text.substring(1).split("/", -1)) {
            pointer = pointer.child(unescape(token));
        }
        return pointer;
    }

    private static String unescape(String token) {
        for (int tilde = token.indexOf('~'); tilde >= 0; tilde = token.indexOf('~', tilde + 1)) {
            char next = tilde + 1 < token.length() ? token.charAt(tilde + 1) : ' ';
            if (next != '0' && next != '1') {
                throw new IllegalArgumentException("'~' in a JSON pointer is followed by 0 or 1, not in \"" + token
                        + "\"");
            }
        }
        return token.replace("~1", "/").replace("~0", "~");
    }

    /// The pointer as text, such as `/nodes/main-menu/exits`; empty for the whole document.
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (String token : tokens()) {
            text.append('/').append(token.replace("~", "~0").replace("/", "~1"));
        }
        return text.toString();
    }
}
