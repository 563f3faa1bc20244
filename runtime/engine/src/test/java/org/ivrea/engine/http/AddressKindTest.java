package org.ivrea.engine.http;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AddressKindTest {

    @ParameterizedTest
    @CsvSource({
            "UNSPECIFIED, 0.0.0.0", "UNSPECIFIED, 0.255.255.255", "PUBLIC, 1.0.0.0", "PUBLIC, 9.255.255.255",
            "PRIVATE, 10.0.0.0", "PRIVATE, 10.255.255.255", "PUBLIC, 11.0.0.0", "PUBLIC, 100.63.255.255",
            "PRIVATE, 100.64.0.0", "PRIVATE, 100.127.255.255", "PUBLIC, 100.128.0.0", "PUBLIC, 126.255.255.255",
            "LOOPBACK, 127.0.0.0", "LOOPBACK, 127.0.0.1", "LOOPBACK, 127.255.255.255", "PUBLIC, 128.0.0.0",
            "PUBLIC, 169.253.255.255", "LINK_LOCAL, 169.254.0.0", "LINK_LOCAL, 169.254.255.255",
            "METADATA, 169.254.169.254", "METADATA, 169.254.170.2", "METADATA, 100.100.100.200",
            "METADATA, 168.63.129.16", "METADATA, 192.0.0.192", "PUBLIC, 172.15.255.255", "PRIVATE, 172.16.0.0",
            "PRIVATE, 172.31.255.255", "PUBLIC, 172.32.0.0", "RESERVED, 192.0.0.1", "RESERVED, 192.0.2.1",
            "RESERVED, 192.88.99.1", "PUBLIC, 192.167.255.255", "PRIVATE, 192.168.0.0", "PRIVATE, 192.168.255.255",
            "PUBLIC, 192.169.0.0", "RESERVED, 198.18.0.0", "RESERVED, 198.19.255.255", "PUBLIC, 198.20.0.0",
            "RESERVED, 198.51.100.1", "RESERVED, 203.0.113.1", "PUBLIC, 223.255.255.255", "MULTICAST, 224.0.0.0",
            "MULTICAST, 239.255.255.255", "RESERVED, 240.0.0.0", "RESERVED, 255.255.255.255"})
    void knowsIpv4Addresses(AddressKind kind, String address) {
        assertThat(AddressKind.of(InetAddress.ofLiteral(address))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
            "UNSPECIFIED, ::", "LOOPBACK, ::1", "LINK_LOCAL, fe80::1", "LINK_LOCAL, febf::1", "RESERVED, fec0::1",
            "PRIVATE, fc00::1", "PRIVATE, fdff::1", "METADATA, fd00:ec2::254", "MULTICAST, ff02::1", "RESERVED, 100::1",
            "RESERVED, 2001::1", "RESERVED, 2001:db8::1", "RESERVED, 3fff::1", "PUBLIC, 2606:4700::1111",
            "PUBLIC, 2001:4860:4860::8888", "RESERVED, 4000::1", "RESERVED, 5f00::1"})
    void knowsIpv6Addresses(AddressKind kind, String address) {
        assertThat(AddressKind.of(InetAddress.ofLiteral(address))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
            "LOOPBACK, ::ffff:127.0.0.1", "PRIVATE, ::ffff:10.0.0.1", "PUBLIC, ::ffff:8.8.8.8", "LOOPBACK, ::127.0.0.1",
            "METADATA, ::169.254.169.254", "LOOPBACK, 64:ff9b::127.0.0.1", "METADATA, 64:ff9b::169.254.169.254",
            "PUBLIC, 64:ff9b::8.8.8.8", "PRIVATE, 64:ff9b:1::8.8.8.8", "LOOPBACK, 2002:7f00:1::1",
            "PRIVATE, 2002:c0a8:101::", "PUBLIC, 2002:808:808::", "RESERVED, ::ffff:0:127.0.0.1",
            "LOOPBACK, 2606:4700::5efe:127.0.0.1", "PRIVATE, 2606:4700::200:5efe:10.0.0.1"})
    void looksAtTheIpv4AddressInsideAnIpv6Address(AddressKind kind, String address) {
        assertThat(AddressKind.of(InetAddress.ofLiteral(address))).isEqualTo(kind);
    }
}
