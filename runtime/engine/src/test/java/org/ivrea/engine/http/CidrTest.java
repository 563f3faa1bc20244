package org.ivrea.engine.http;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CidrTest {

    @ParameterizedTest
    @CsvSource({"10.1.0.0/16, 10.1.255.255, true", "10.1.0.0/16, 10.2.0.0, false", "10.1.2.3, 10.1.2.3, true",
            "10.1.2.3, 10.1.2.2, false", "0.0.0.0/0, 255.1.2.3, true", "0.0.0.0/0, ::1, false",
            "10.1.2.128/25, 10.1.2.127, false", "10.1.2.128/25, 10.1.2.200, true", "fd12::/48, fd12::1, true",
            "fd12::/48, fd13::1, false", "::/0, fe80::1, true", "10.0.0.0/8, ::ffff:10.2.3.4, true"})
    void containsTheAddressesOfItsRange(String range, String address, boolean contains) {
        assertThat(Cidr.parse(range).contains(InetAddress.ofLiteral(address))).isEqualTo(contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/8", "10.0.0.0/", "10.0.0.0/x", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8", "10/8",
            "10.1/16", "010.0.0.0/8", "fd00::/129", "fe80::1%eth0", "example.com", "localhost/8"})
    void whatIsNoRangeIsRefused(String text) {
        assertThatThrownBy(() -> Cidr.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void agreesWithArithmeticOnNumbers(@ForAll @Size(4) byte[] network, @ForAll @Size(4) byte[] address,
            @ForAll @IntRange(max = 32) int bits) throws UnknownHostException {
        boolean same = new BigInteger(1, network).shiftRight(32 - bits)
                .equals(new BigInteger(1, address).shiftRight(32 - bits));

        assertThat(new Cidr(InetAddress.getByAddress(network), bits).contains(InetAddress.getByAddress(address)))
                .isEqualTo(same);
    }
}
