package org.ivrea.engine.script;

import org.jspecify.annotations.Nullable;

/// Reads one line, word by word.
final class LineCursor {
    private final String text;
    private int at;

    /// @param text without comment
    LineCursor(String text) {
        this.text = text;
        skipBlanks();
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /// From 0.
    int column() {
        return at;
    }

    char peek() {
        return atEnd() ? '\0' : text.charAt(at);
    }

    /// The word that comes next, without reading it; empty at the end.
    String peekWord() {
        int end = at;
        while (end < text.length() && !isBlank(text.charAt(end))) {
            end++;
        }
        return text.substring(at, end);
    }

    /// @param what is expected, for the message
    String word(String what) throws ScriptFault {
        if (atEnd()) {
            throw fault(what + " is missing");
        }
        String word = peekWord();
        at += word.length();
        skipBlanks();
        return word;
    }

    /// Reads the word if it comes next.
    boolean takes(String word) {
        if (!peekWord().equals(word)) {
            return false;
        }
        at += word.length();
        skipBlanks();
        return true;
    }

    /// A place to come back to.
    int mark() {
        return at;
    }

    void backTo(int mark) {
        at = mark;
    }

    /// All that is left, which may be nothing.
    String rest() {
        String rest = text.substring(at).strip();
        at = text.length();
        return rest;
    }

    /// All up to a mark such as `->`, and the mark itself.
    ///
    /// @return `null` when there is no mark
    @Nullable
    String upTo(String mark) {
        int end = text.indexOf(mark, at);
        if (end < 0) {
            return null;
        }
        String before = text.substring(at, end).strip();
        at = end + mark.length();
        skipBlanks();
        return before;
    }

    /// Text in double quotes, with `\"`, `\\`, `\n` and `\t`.
    String quoted(String what) throws ScriptFault {
        if (peek() != '"') {
            throw fault(what + " stands in double quotes");
        }
        int start = at;
        var value = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            value.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at));
        }
        if (atEnd()) {
            throw new ScriptFault(start, "the text has no closing quote; write \" at its end");
        }
        at++;
        skipBlanks();
        return value.toString();
    }

    private char escaped() throws ScriptFault {
        int start = at++;
        return switch (peek()) {
            case '"' -> '"';
            case '\\' -> '\\';
            case 'n' -> '\n';
            case 't' -> '\t';
            default -> throw new ScriptFault(start, "behind \\ only \" \\ n and t may stand; write \\\\ for a "
                    + "backslash itself");
        };
    }

    /// Text between slashes; `\/` is a slash in it.
    String slashed() throws ScriptFault {
        int start = at;
        var value = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '/'; at++) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
                value.append(text.charAt(at) == '/' ? "" : "\\");
            }
            value.append(text.charAt(at));
        }
        if (atEnd()) {
            throw new ScriptFault(start, "the pattern has no closing slash; write / at its end");
        }
        at++;
        skipBlanks();
        return value.toString();
    }

    /// An object or array of JSON, as it stands there.
    String json() throws ScriptFault {
        int start = at;
        int depth = 0;
        boolean inText = false;
        do {
            char c = text.charAt(at);
            if (inText) {
                at += c == '\\' ? 1 : 0;
                inText = c != '"';
            } else {
                inText = c == '"';
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            }
            at++;
        } while (at < text.length() && depth > 0);
        if (depth > 0) {
            at = text.length();
            throw new ScriptFault(start,
                    "the JSON has no end; close it with " + (text.charAt(start) == '{' ? "}" : "]"));
        }
        at = Math.min(at, text.length());
        String json = text.substring(start, at);
        skipBlanks();
        return json;
    }

    void end() throws ScriptFault {
        if (peek() == '#') {
            throw fault("put two blanks before a comment, or it is part of the line");
        }
        if (!atEnd()) {
            throw fault("\"" + shortened(text.substring(at)) + "\" is too much here; take it away");
        }
    }

    ScriptFault fault(String explanation) {
        return new ScriptFault(at, explanation);
    }

    static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
