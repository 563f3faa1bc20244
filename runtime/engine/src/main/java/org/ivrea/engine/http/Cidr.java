package org.ivrea.engine.http;

import java.net.InetAddress;
import java.util.Arrays;

/// A range of IP addresses, such as `10.1.0.0/16`.
///
/// @param network the first address
/// @param bits    how many leading bits are the same in all addresses of the range
public record Cidr(InetAddress network, int bits) {

    /// @throws IllegalArgumentException when `bits` does not fit the kind of address
    public Cidr {
        if (bits < 0 || bits > network.getAddress().length * 8) {
            throw new IllegalArgumentException("/" + bits + " does not fit " + network.getHostAddress()
                    + "; use /0 to /" + network.getAddress().length * 8);
        }
    }

    /// Reads a range.
    ///
    /// @param text `10.1.0.0/16`, `fd12::/48`, or one address alone
    /// @throws IllegalArgumentException when it is none, with what to write instead
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        InetAddress network = HostName.parse(address.contains(":") ? "[" + address + "]" : address)
                .map(HostName::literal).orElseThrow(() -> new IllegalArgumentException(notARange(text)));
        try {
            return new Cidr(network, slash < 0
                    ? network.getAddress().length * 8
                    : Integer.parseInt(text, slash + 1, text.length(), 10));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(notARange(text), e);
        }
    }

    public boolean contains(InetAddress address) {
        byte[] mine = network.getAddress();
        byte[] other = address.getAddress();
        return mine.length == other.length && samePrefix(mine, other, bits);
    }

    /// True when it is one address only.
    boolean isSingle() {
        return bits == network.getAddress().length * 8;
    }

    private static boolean samePrefix(byte[] a, byte[] b, int bits) {
        int whole = bits / 8;
        if (!Arrays.equals(a, 0, whole, b, 0, whole)) {
            return false;
        }
        int rest = 8 - bits % 8;
        return rest == 8 || (a[whole] & 0xff) >> rest == (b[whole] & 0xff) >> rest;
    }

    private static String notARange(String text) {
        return "\"" + text + "\" is not a range of addresses; write it like 10.1.0.0/16 or fd12::/48";
    }

    @Override
    public String toString() {
        return network.getHostAddress() + "/" + bits;
    }
}
