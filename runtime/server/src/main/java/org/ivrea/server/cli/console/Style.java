package org.ivrea.server.cli.console;

/// How text looks in a terminal.
///
/// @param colour false to leave text as it is
public record Style(boolean colour) {
    private static final char ESCAPE = '\u001b';

    public String error(String text) {
        return in("1;31", text);
    }

    public String warning(String text) {
        return in("33", text);
    }

    public String good(String text) {
        return in("32", text);
    }

    public String accent(String text) {
        return in("36", text);
    }

    public String strong(String text) {
        return in("1", text);
    }

    public String faint(String text) {
        return in("2", text);
    }

    private String in(String code, String text) {
        return colour && !text.isEmpty() ? ESCAPE + "[" + code + "m" + text + ESCAPE + "[0m" : text;
    }

    /// The text without what would steer a terminal: files of a project may hold anything.
    public static String printable(String text) {
        if (text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n')) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        text.chars().forEach(c -> clean.append(c == '\t'
                ? ' '
                : Character.isISOControl(c) && c != '\n'
                        ? '\uFFFD'
                        : (char) c));
        return clean.toString();
    }
}
