package org.ivrea.engine.prompt;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SpeechLengthTest {

    @Test
    void followsTheNumberOfCharacters() {
        assertThat(SpeechLength.ms("a".repeat(145))).isEqualTo(10_000);
        assertThat(SpeechLength.ms("a".repeat(29))).isEqualTo(2_000);
        assertThat(SpeechLength.ms("a  \n b")).isEqualTo(SpeechLength.ms("a b"));
    }

    @Test
    void pausesAtPunctuation() {
        String plain = "one two three four five six";
        assertThat(SpeechLength.ms(plain.replace("three ", "three, "))).isEqualTo(SpeechLength.ms(plain + "x") + 150);
        assertThat(SpeechLength.ms(plain.replace("three ", "three. "))).isEqualTo(SpeechLength.ms(plain + "x") + 350);
        assertThat(SpeechLength.ms(plain + ".")).as("at the end").isEqualTo(SpeechLength.ms(plain + "x"));
        assertThat(SpeechLength.ms(plain + " 1.5")).as("in a number").isEqualTo(SpeechLength.ms(plain + " 105"));
    }

    @Test
    void hasAShortest() {
        assertThat(SpeechLength.ms("a")).isEqualTo(SpeechLength.LEAST_MS);
        assertThat(SpeechLength.ms("")).isZero();
        assertThat(SpeechLength.ms(" … ")).isZero();
    }

    @Property(tries = 300)
    void moreTextIsNeverShorter(@ForAll String text) {
        assertThat(SpeechLength.ms(text + " a")).isGreaterThanOrEqualTo(SpeechLength.ms(text));
    }
}
