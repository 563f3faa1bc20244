package org.ivrea.flow.json;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/// Random JSON values that a file can hold.
public final class JsonArbitraries {
    private JsonArbitraries() {}

    /// Any value, nested up to three levels.
    public static Arbitrary<Json> values() {
        return values(3).withoutEdgeCases();
    }

    private static Arbitrary<Json> values(int levels) {
        if (levels == 0) {
            return scalars();
        }
        Arbitrary<Json> inner = values(levels - 1);
        return Arbitraries.frequencyOf(
                Tuple.of(3, scalars()),
                Tuple.of(1, inner.list().ofMaxSize(4).map(Json::arr)),
                Tuple.of(1, Arbitraries.maps(texts(), inner).ofMaxSize(4).map(Json::obj)));
    }

    /// Any scalar.
    public static Arbitrary<Json> scalars() {
        return Arbitraries.oneOf(
                texts().map(Json::of),
                Arbitraries.integers().map(Json::of),
                Arbitraries.bigDecimals().between(new BigDecimal("-1e40"), new BigDecimal("1e40")).ofScale(12)
                        .map(Json::of),
                Arbitraries.of(true, false).map(Json::of),
                Arbitraries.just(Json.NULL));
    }

    /// Any text without halves of characters.
    public static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30).filter(JsonArbitraries::isWhole),
                Arbitraries.strings().withChars("\"\\/\b\f\n\r\t\0\u2028é€").ofMaxLength(8),
                Arbitraries.of("", "😀", "type", "x".repeat(101)));
    }

    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(code -> code >= 0xd800 && code <= 0xdfff);
    }
}
