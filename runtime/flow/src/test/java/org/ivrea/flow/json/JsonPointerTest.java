package org.ivrea.flow.json;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonPointerTest {

    @Test
    void writesMembersAndItemsFromTheRootDown() {
        JsonPointer pointer = JsonPointer.ROOT.child("nodes").child("main-menu").child("choices").child(0);
        assertThat(pointer).hasToString("/nodes/main-menu/choices/0");
        assertThat(pointer.tokens()).containsExactly("nodes", "main-menu", "choices", "0");
    }

    @Test
    void theWholeDocumentIsTheEmptyText() {
        assertThat(JsonPointer.ROOT).hasToString("");
        assertThat(JsonPointer.parse("")).isEqualTo(JsonPointer.ROOT);
    }

    @Test
    void slashesAndTildesInNamesAreEscaped() {
        assertThat(JsonPointer.ROOT.child("a/b~c")).hasToString("/a~1b~0c");
        assertThat(JsonPointer.parse("/~01")).isEqualTo(JsonPointer.ROOT.child("~1"));
    }

    @Property
    void whatIsWrittenIsParsedBack(@ForAll List<String> tokens) {
        JsonPointer pointer = JsonPointer.ROOT;
        for (String token : tokens) {
            pointer = pointer.child(token);
        }
        assertThat(JsonPointer.parse(pointer.toString())).isEqualTo(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nodes", "/a~", "/a~2"})
    void aTextThatIsNoPointerIsRefused(String text) {
        assertThatThrownBy(() -> JsonPointer.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRootHasNoName() {
        assertThatThrownBy(() -> new JsonPointer(null, "a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isWithinItselfAndWhatIsAroundIt() {
        JsonPointer inner = JsonPointer.parse("/a/b");

        assertThat(inner.isWithin(inner)).isTrue();
        assertThat(inner.isWithin(JsonPointer.parse("/a"))).isTrue();
        assertThat(inner.isWithin(JsonPointer.ROOT)).isTrue();
        assertThat(inner.isWithin(JsonPointer.parse("/a/b/c"))).isFalse();
        assertThat(inner.isWithin(JsonPointer.parse("/b"))).isFalse();
    }
}
