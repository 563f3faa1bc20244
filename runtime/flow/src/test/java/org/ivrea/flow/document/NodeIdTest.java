package org.ivrea.flow.document;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NodeIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "main-menu", "a--b-",
            "9999999999999999999999999999999999999999999999999999999999999999"})
    void idsOfLettersDigitsAndHyphensAreValid(String id) {
        assertThat(NodeId.isValid(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "A", "a b", "a_b", "é", "a/b", "..", "a\n", "\u0660",
            "99999999999999999999999999999999999999999999999999999999999999999"})
    void everythingElseIsNot(String id) {
        assertThat(NodeId.isValid(id)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Main menu!, main-menu", "Öffnungszeiten, offnungszeiten", "  a  b  , a-b", "'---', node",
            "日本, node", "'', node", "2nd, 2nd", "Café № 5, cafe-no-5"})
    void aTextBecomesTheNearestId(String text, String id) {
        assertThat(NodeId.from(text)).isEqualTo(id);
    }

    @Property
    void whateverTheTextTheIdIsValid(@ForAll String text) {
        assertThat(NodeId.isValid(NodeId.from(text))).isTrue();
    }

    @Test
    void takenIdsAreNumbered() {
        Set<String> taken = new HashSet<>();
        for (int number = 0; number < 2_000; number++) {
            assertThat(taken.add(NodeId.unused("Menu", taken::contains))).isTrue();
        }
        assertThat(taken).contains("menu", "menu-2", "menu-3", "menu-2000");
    }

    @Test
    void aNumberedIdIsNotTooLong() {
        String longest = "x".repeat(NodeId.MAX_LENGTH);
        String id = NodeId.unused(longest, NodeId.from(longest)::equals);
        assertThat(NodeId.isValid(id)).isTrue();
        assertThat(id).endsWith("-2");
    }
}
