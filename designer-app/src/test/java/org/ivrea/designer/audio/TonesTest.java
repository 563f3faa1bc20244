package org.ivrea.designer.audio;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TonesTest {

    /// How much of a frequency is in a sound (Goertzel).
    private static double strength(Sound sound, double hertz) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hertz / Sound.RATE);
        double before = 0;
        double last = 0;
        for (int index = 0; index < sound.length(); index++) {
            double now = sound.sample(index) + coefficient * last - before;
            before = last;
            last = now;
        }
        return Math.sqrt(last * last + before * before - coefficient * last * before) / sound.length();
    }

    @Test
    void aKeyIsItsTwoTones() {
        Sound five = Tones.key('5', 200);

        assertThat(five.ms()).isEqualTo(200);
        double wanted = Math.min(strength(five, 770), strength(five, 1_336));
        for (double other : new double[] {697, 852, 941, 1_209, 1_477, 1_633}) {
            assertThat(strength(five, other)).isLessThan(wanted / 10);
        }
    }

    @Test
    void thereAreSixteenKeys() {
        for (char key : "0123456789*#ABCD".toCharArray()) {
            assertThat(Tones.key(key, 100).peak(0, 800)).isGreaterThan(0.2);
        }
        assertThatThrownBy(() -> Tones.key('x', 100)).isInstanceOf(IllegalArgumentException.class);
    }
}
