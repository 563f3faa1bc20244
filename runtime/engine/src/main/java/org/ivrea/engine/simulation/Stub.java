package org.ivrea.engine.simulation;

/// A prepared answer.
///
/// @param subject what it is for: a node's id for speech, recordings and draws, `SERVICE METHOD /PATH` for HTTP, else
///                the name or number that the flow uses (for a dialled target the gateway, too). `*` stands for any
///                text
/// @param answer  several stubs of the same kind and subject are given one after the other; the last one stays
public record Stub(String subject, Answer answer) {

    /// Whether the text is one that the pattern stands for, where `*` is any text.
    public static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
