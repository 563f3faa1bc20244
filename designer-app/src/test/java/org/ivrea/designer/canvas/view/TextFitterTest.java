package org.ivrea.designer.canvas.view;

import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextFitterTest {
    private final TextFitter fitter = new TextFitter();
    private final Font font = fitter.font(FontWeight.NORMAL, 12);

    @Test
    void breaksBetweenWords() {
        assertThat(wrap("one two three", "one two", 3)).containsExactly("one two", "three");
    }

    @Test
    void breaksAnAddressBehindASlash() {
        assertThat(wrap("GET core-banking/accounts/balance", "GET core-banking/acc", 3))
                .containsExactly("GET core-banking/", "accounts/balance");
    }

    @Test
    void breaksAWordThatIsTooLong() {
        assertThat(wrap("abcdefgh", "abcde", 3)).containsExactly("abcde", "fgh");
    }

    @Test
    void leavesNoEllipsisAlone() {
        assertThat(wrap("one three…", "one", 3)).allSatisfy(line -> assertThat(line).isNotEqualTo("…"));
        assertThat(wrap("abcde…", "abcde", 3)).singleElement().asString().startsWith("abc").endsWith("…")
                .doesNotEndWith("……");
    }

    @Test
    void cutsWhatIsLeftAtTheLastLine() {
        List<String> lines = wrap("one two three four", "one two", 2);

        assertThat(lines).hasSize(2).first().isEqualTo("one two");
        assertThat(lines.getLast()).startsWith("th").endsWith("…");
        assertThat(lines).allSatisfy(line -> assertThat(fitter.width(line, font)).isLessThanOrEqualTo(room("one two")));
    }

    private List<String> wrap(String text, String fits, int most) {
        return fitter.wrap(text, font, room(fits), most);
    }

    /// Room for a text, and not for a letter more.
    private double room(String text) {
        return fitter.width(text, font) + 1;
    }
}
