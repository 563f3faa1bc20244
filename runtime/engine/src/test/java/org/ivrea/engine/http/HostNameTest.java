package org.ivrea.engine.http;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HostNameTest {

    @ParameterizedTest
    @CsvSource({"example.com, example.com", "EXAMPLE.Com., example.com", "bücher.example, xn--bcher-kva.example",
            "XN--BCHER-KVA.example, xn--bcher-kva.example", "例え。jp, xn--r8jz45g.jp", "ｅxample.com, example.com",
            "127.0.0.1, 127.0.0.1", "127.0.0.1., 127.0.0.1", "[::1], [0:0:0:0:0:0:0:1]", "[::ffff:10.0.0.1], 10.0.0.1",
            "straße.example, xn--strae-oqa.example", "1.example, 1.example"})
    void everyFormOfANameBecomesOne(String text, String host) {
        assertThat(HostName.parse(text)).map(HostName::text).contains(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a..b", "a.b..", "-a.com", "a_b.com", "a b", "a/b", "a%2eb", "a:b", "[",
            "[]",
            "[::1", "::1", "[127.0.0.1]", "[::1%lo]", "1", "1.2", "256.1.1.1", "1.2.3.4.5", "01.2.3.4", "0x7f.1",
            "host.0x1", "a.1", "xn--a.com", "a\u0000b", "a\r\nb", "a@b", "a#b", "a\\b", "\u200b"})
    void whatIsNoHostIsNone(String text) {
        assertThat(HostName.parse(text)).isEmpty();
    }

    @Property
    void theOneFormIsItsOwn(@ForAll String text) {
        HostName.parse(text).ifPresent(host -> assertThat(HostName.parse(host.text())).contains(host));
    }
}
