package org.ivrea.engine.http;

/// A pattern of host names: one host, all hosts below a domain (`*.example.com`, at any depth, without `example.com`
/// itself), or every host (`*`).
///
/// @param text in the one form of host names
public record HostPattern(String text) {
    private static final String ANY = "*";
    private static final String BELOW = "*.";

    /// @throws IllegalArgumentException when the text is no pattern, with what to write instead
    public HostPattern {
        if (!text.equals(ANY)) {
            String prefix = text.startsWith(BELOW) ? BELOW : "";
            text = prefix + normal(text, text.substring(prefix.length()));
        }
    }

    boolean matches(HostName host) {
        return text.equals(ANY) || text.equals(host.text())
                || (text.startsWith(BELOW) && host.text().endsWith(text.substring(1)));
    }

    private static String normal(String pattern, String host) {
        return HostName.parse(host).map(HostName::text).orElseThrow(() -> new IllegalArgumentException("\"" + pattern
                + "\" is not a host pattern; write api.example.com, *.example.com or *"));
    }
}
