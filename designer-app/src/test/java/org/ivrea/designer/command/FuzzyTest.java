package org.ivrea.designer.command;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class FuzzyTest {
    @Test
    void lettersMustComeInTheirOrder() {
        assertThat(Fuzzy.score("sva", "Save all")).isPositive();
        assertThat(Fuzzy.score("vas", "Save all")).isEqualTo(Fuzzy.NONE);
        assertThat(Fuzzy.score("savex", "Save all")).isEqualTo(Fuzzy.NONE);
    }

    @Test
    void nothingTypedFitsEverythingAlike() {
        assertThat(Fuzzy.score("", "Save")).isZero();
        assertThat(Fuzzy.score("  ", "Tidy")).isZero();
    }

    @Test
    void caseAndSpacesDoNotMatter() {
        assertThat(Fuzzy.score("SAVE ALL", "Save all")).isEqualTo(Fuzzy.score("saveall", "Save all"));
    }

    @Test
    void beginningsOfWordsAndRowsFitBetter() {
        assertThat(Fuzzy.score("sa", "Save all")).isGreaterThan(Fuzzy.score("sa", "Disable always"));
        assertThat(Fuzzy.score("ar", "Align at the right")).isGreaterThan(Fuzzy.score("ar", "Clear it"));
        assertThat(Fuzzy.score("tidy", "Tidy")).isGreaterThan(Fuzzy.score("tidy", "Test it directly"));
    }

    @Test
    void ofTwoThatFitAlikeTheShorterOneIsMeant() {
        assertThat(Fuzzy.score("save", "Save")).isGreaterThan(Fuzzy.score("save", "Save everything that was changed"));
    }
}
