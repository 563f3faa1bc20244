package org.ivrea.engine.http;

import java.net.URI;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RequestHeadersTest {

    @ParameterizedTest
    @ValueSource(strings = {"Host", "host", "Content-Length", "CONNECTION", "Transfer-Encoding", "TE", "Upgrade",
            "Expect",
            "Accept-Encoding", "Proxy-Authorization", "Keep-Alive", "Trailer"})
    void headersOfTheConnectionMayNotBeSet(String name) {
        assertThatThrownBy(() -> RequestHeaders.of("the request", Map.of(name, "x")))
                .hasMessage("the request sets the header " + name + ", which belongs to the connection; remove it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X Y", "X:", ":authority", "X\r\nY", "X\n", "Größe", "X\u0000"})
    void namesMustBeTokens(String name) {
        assertThatThrownBy(() -> RequestHeaders.of("the request", Map.of(name, "x"))).isInstanceOf(HttpRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\rb", "a\nb", "a\r\nX: y", "a\u0000", "ä", "\u560d\u560a", "\u007f", "\n"})
    void valuesMayNotBreakTheLine(String value) {
        assertThatThrownBy(() -> RequestHeaders.of("the request", Map.of("X", value))).isInstanceOf(HttpRefused.class);
    }

    @Test
    void theSameNameTwiceIsRefused() {
        assertThatThrownBy(() -> RequestHeaders.of("the request", Map.of("X-A", "1", "x-a", "2")))
                .hasMessage("the request sets a header twice; remove one of the two");
    }

    @Property
    void whatIsAcceptedIsOneLine(@ForAll String name, @ForAll String value) {
        try {
            assertThat(RequestHeaders.of("the request", Map.of(name, value)).byName().toString().chars())
                    .allMatch(c -> c == '\t' || c >= ' ' && c < 0x7f);
        } catch (HttpRefused e) {
            assertThat(e.getMessage()).startsWith("the request sets ");
        }
    }

    @Test
    void theOperatorsHeadersAreHeldToTheSame() {
        assertThatThrownBy(() -> new HttpService(URI.create("https://x"), Map.of("X", "a\nb"), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the service's configuration sets the header X ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/relative", "https:opaque", "https://x/?q", "https://x/#f"})
    void aServicesAddressMustBeWhole(String base) {
        assertThatThrownBy(() -> HttpService.at(URI.create(base))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aServiceShowsNoSecrets() {
        var service = new HttpService(URI.create("https://user:pw@x/s3gment"), Map.of("X-Key", "s3cret"), false);

        assertThat(service).hasToString("HttpService[https://x, headers [X-Key]]");
    }
}
