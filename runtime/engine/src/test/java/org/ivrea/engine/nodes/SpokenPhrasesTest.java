package org.ivrea.engine.nodes;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class SpokenPhrasesTest {
    @ParameterizedTest
    @CsvSource({"'  Yes,  PLEASE! ', yes please", "don't, dont", "Ｆｕｌｌ, full", "café-crème, café crème", "…, ''"})
    void wordsAreInLowerCaseWithoutPunctuation(String text, String words) {
        assertThat(SpokenPhrases.words(text)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"yes please, yes, true", "yesterday, yes, false", "oh yes, yes, true", "eyes yes, yes, true",
            "我要查余额谢谢, 余额, true", "残高を教えて, 残高, true", "anything, '', false"})
    void aPhraseIsFoundAsWholeWords(String said, String phrase, boolean found) {
        assertThat(SpokenPhrases.contains(said, phrase)).isEqualTo(found);
    }
}
