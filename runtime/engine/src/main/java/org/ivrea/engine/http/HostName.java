package org.ivrea.engine.http;

import com.ibm.icu.text.IDNA;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The host of an address in its one form: lower case, ASCII (IDNA), no trailing dot, IP addresses as such. Forms that
/// programs read differently (`0177.1`, `2130706433`, `0x7f.1`, zone ids, escapes) are no host names here.
///
/// @param text    as it goes into the `Host` header, IPv6 in brackets
/// @param literal the address when the host is one
record HostName(String text, @Nullable InetAddress literal) {

    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);
    private static final Pattern DOTTED_QUAD = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");
    private static final int MAX_LENGTH = 253;

    /// Brings a host into its one form.
    ///
    /// @return empty when the text is no host
    static Optional<HostName> parse(String text) {
        if (text.length() > MAX_LENGTH + 1) {
            return Optional.empty();
        }
        if (text.startsWith("[")) {
            return text.endsWith("]") ? ipv6(text.substring(1, text.length() - 1)) : Optional.empty();
        }
        var ascii = new StringBuilder();
        var info = new IDNA.Info();
        UTS46.nameToASCII(text.endsWith(".") ? text.substring(0, text.length() - 1) : text, ascii, info);
        String name = ascii.toString().toLowerCase(Locale.ROOT);
        if (info.hasErrors() || name.isEmpty() || name.length() > MAX_LENGTH || name.endsWith(".")) {
            return Optional.empty();
        }
        if (DOTTED_QUAD.matcher(name).matches()) {
            return ipv4(name);
        }
        return ENDS_IN_NUMBER.matcher(name).matches() ? Optional.empty() : Optional.of(new HostName(name, null));
    }

    private static Optional<HostName> ipv4(String text) {
        try {
            return Optional.of(new HostName(text, Inet4Address.ofLiteral(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<HostName> ipv6(String text) {
        if (text.indexOf('%') >= 0 || text.indexOf(':') < 0) {
            return Optional.empty();
        }
        try {
            InetAddress address = Inet6Address.ofLiteral(text);
            // An IPv4-mapped address comes back as the IPv4 address that it is.
            String host = address.getHostAddress();
            return Optional.of(new HostName(address instanceof Inet4Address ? host : "[" + host + "]", address));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
