package org.ivrea.freeswitch.real;

import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A SIP message, as far as a telephone on the loopback needs to read it.
///
/// @param first   request or status line
/// @param headers by lower-case name; of several of one name the lines as they came
public record SipMessage(String first, Map<String, String> headers, String body) {
    private static final Pattern AUDIO = Pattern.compile("m=audio (\\d+)");
    private static final Pattern ADDRESS = Pattern.compile("c=IN IP4 ([0-9.]+)");

    static SipMessage parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        String[] lines = text.substring(0, end < 0 ? text.length() : end).split("\r\n");
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            String name = colon < 0 ? "" : lines[i].substring(0, colon).strip().toLowerCase(Locale.ROOT);
            headers.merge(name, lines[i].substring(colon + 1).strip(), (one, other) -> one + "\r\n" + name + ": "
                    + other);
        }
        return new SipMessage(lines[0], headers, end < 0 ? "" : text.substring(end + 4));
    }

    boolean isResponse() {
        return first.startsWith("SIP/2.0 ");
    }

    int status() {
        return Integer.parseInt(first.substring(8, 11));
    }

    String method() {
        return first.substring(0, first.indexOf(' '));
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /// The method that a response answers.
    String answers() {
        return header("cseq").substring(header("cseq").indexOf(' ') + 1);
    }

    /// Where audio goes; `null` when it says nothing of that.
    @Nullable
    InetSocketAddress audio() {
        Matcher port = AUDIO.matcher(body);
        Matcher address = ADDRESS.matcher(body);
        return port.find() && address.find()
                ? new InetSocketAddress(address.group(1), Integer.parseInt(port.group(1)))
                : null;
    }

    /// The address of the header's URI, without brackets and parameters of the header.
    String uri(String header) {
        String text = header(header);
        int open = text.indexOf('<');
        return open < 0 ? text : text.substring(open + 1, text.indexOf('>', open));
    }
}
