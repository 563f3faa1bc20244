package org.ivrea.engine.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HostPolicyTest {

    private static HostPolicy hosts(String... patterns) {
        return new HostPolicy(false, Arrays.stream(patterns).map(HostPattern::new).toList(), Set.of(443, 8443),
                List.of());
    }

    private static HostPolicy addresses(String... ranges) {
        return new HostPolicy(true, List.of(), Set.of(80), Arrays.stream(ranges).map(Cidr::parse).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://api.example.com", "https://API.Example.COM./x", "https://api.example.com:8443/",
            "HTTPS://api.example.com", "https://a.b.example.org", "https://bücher.example",
            "https://xn--bcher-kva.example"})
    void allowsWhatIsListed(String address) throws HttpRefused {
        var policy = hosts("Api.example.com", "*.example.org", "bücher.example");

        assertThat(policy.check("it", URI.create(address)).secure()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://example.org          | it is at a host that the server does not allow; ask the operator to list it
            https://evilexample.org      | it is at a host that the server does not allow; ask the operator to list it
            https://a.example.org.evil.x | it is at a host that the server does not allow; ask the operator to list it
            https://93.184.215.14        | it is at a host that the server does not allow; ask the operator to list it
            https://a.example.org:22     | it is at port 22, which the server does not allow; ask the \
            operator to list it
            https://a.example.org:+443   | it has no valid port in its address; correct the address
            http://a.example.org         | it uses plain http, which the server does not allow; use https or ask the \
            operator to allow http
            ftp://a.example.org          | it has an address that does not begin with https://; correct the address
            https://me:pw@a.example.org  | it has a user name in its address; put credentials into the service's \
            headers
            https:/a.example.org         | it has no host in its address; correct the address
            https://a_b.example.org      | it has no valid host name in its address; correct the address
            """)
    void saysWhyItRefuses(String address, String message) {
        assertThatThrownBy(() -> hosts("*.example.org").check("it", URI.create(address)))
                .isInstanceOf(HttpRefused.class).hasMessage(message);
    }

    @Test
    void withoutAListNothingIsAllowed() {
        assertThatThrownBy(() -> hosts().check("it", URI.create("https://example.com")))
                .isInstanceOf(HttpRefused.class);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.0/8, 127.0.0.1", "10.0.0.0/8, 10.1.2.3", "169.254.0.0/16, 169.254.1.1", "::1, ::1",
            "fd12::/16, fd12::7", "169.254.169.254, 169.254.169.254", "203.0.113.0/24, 203.0.113.5"})
    void allowsListedAddresses(String range, String address) {
        assertThatCode(() -> addresses(range).check("it", InetAddress.ofLiteral(address), false))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/8, 127.0.0.1", "0.0.0.0/0, 0.0.0.0", "0.0.0.0/0, 224.0.0.1", "0.0.0.0/0, 169.254.169.254",
            "169.254.0.0/16, 169.254.169.254", "0.0.0.0/0, ::1", "::/0, ::", "::/0, ff02::1",
            "127.0.0.0/8, 64:ff9b::7f00:1"})
    void refusesAddressesThatTheListDoesNotMean(String range, String address) {
        assertThatThrownBy(() -> addresses(range).check("it", InetAddress.ofLiteral(address), true))
                .isInstanceOf(HttpRefused.class);
    }

    @ParameterizedTest
    @CsvSource({"10.1.2.3, true", "fd12::1, true", "100.64.0.1, true", "127.0.0.1, false", "169.254.1.1, false",
            "169.254.169.254, false", "203.0.113.5, false", "::1, false"})
    void aServicesPrivilegeCoversPrivateAddressesOnly(String address, boolean allowed) {
        var check = assertThatCode(() -> HostPolicy.anyPublicHost().check("it", InetAddress.ofLiteral(address), true));

        if (allowed) {
            check.doesNotThrowAnyException();
        } else {
            check.isInstanceOf(HttpRefused.class);
        }
    }

    @Test
    void aListedAddressMayBeTheHostItself() throws HttpRefused {
        assertThat(addresses("10.0.0.0/8").check("it", URI.create("http://10.1.2.3/x")).origin())
                .isEqualTo("http://10.1.2.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*.", "a.*.com", "**", "*example.com", "https://example.com", "example.com/x"})
    void whatIsNoPatternIsRefused(String text) {
        assertThatThrownBy(() -> new HostPattern(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write api.example.com, *.example.com or *");
    }
}
