package org.ivrea.engine.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What an IP address is for, after the special-purpose registries of IANA. Whatever is not known to be public is not
/// public. An IPv6 address that carries an IPv4 address is of the kind of that.
public enum AddressKind {
    PUBLIC("public"),
    /// Private networks, IPv6 unique-local ones, shared address space behind a carrier's NAT, local NAT64.
    PRIVATE("private"), LOOPBACK("loopback"), LINK_LOCAL("link-local"),
    /// Where clouds hand out a machine's credentials.
    METADATA("cloud metadata"), MULTICAST("multicast"), UNSPECIFIED("unspecified"), RESERVED("reserved");

    private static final List<Cidr> METADATA_ADDRESSES = ranges("169.254.169.254", "169.254.170.2", "169.254.170.23",
            "100.100.100.200", "168.63.129.16", "192.0.0.192", "fd00:ec2::254", "fd00:ec2::23", "fd20:ce::254");

    /// No range overlaps one of another kind.
    private static final Map<AddressKind, List<Cidr>> RANGES = Map.of(
            UNSPECIFIED, ranges("0.0.0.0/8", "::"),
            LOOPBACK, ranges("127.0.0.0/8", "::1"),
            PRIVATE, ranges("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7",
                    "64:ff9b:1::/48"),
            LINK_LOCAL, ranges("169.254.0.0/16", "fe80::/10"),
            MULTICAST, ranges("224.0.0.0/4", "ff00::/8"),
            RESERVED, ranges("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24",
                    "203.0.113.0/24", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "3fff::/20"));

    private static final Cidr GLOBAL_UNICAST_6 = Cidr.parse("2000::/3");
    private static final Cidr IPV4_COMPATIBLE = Cidr.parse("::/96");
    private static final Cidr NAT64 = Cidr.parse("64:ff9b::/96");
    private static final Cidr SIX_TO_FOUR = Cidr.parse("2002::/16");

    private final String words;

    AddressKind(String words) {
        this.words = words;
    }

    /// For people, before the word "address".
    public String words() {
        return words;
    }

    public static AddressKind of(InetAddress address) {
        if (METADATA_ADDRESSES.stream().anyMatch(range -> range.contains(address))) {
            return METADATA;
        }
        for (var kind : RANGES.entrySet()) {
            if (kind.getValue().stream().anyMatch(range -> range.contains(address))) {
                return kind.getKey();
            }
        }
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            return PUBLIC;
        }
        if (IPV4_COMPATIBLE.contains(address) || NAT64.contains(address)) {
            return of(embedded(bytes, 12));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return of(embedded(bytes, 2));
        }
        if (!GLOBAL_UNICAST_6.contains(address)) {
            return RESERVED;
        }
        return isIsatap(bytes) ? of(embedded(bytes, 12)) : PUBLIC;
    }

    /// An interface identifier of `::0:5efe:a.b.c.d` or `::200:5efe:a.b.c.d` means a tunnel to that IPv4 address.
    private static boolean isIsatap(byte[] bytes) {
        return (bytes[8] & 0xfd) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && (bytes[11] & 0xff) == 0xfe;
    }

    private static InetAddress embedded(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
        } catch (UnknownHostException e) {
            throw new AssertionError("four bytes are an IPv4 address", e);
        }
    }

    private static List<Cidr> ranges(String... texts) {
        return Arrays.stream(texts).map(Cidr::parse).toList();
    }
}
