package org.ivrea.engine.simulation;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.call.Operation.Collect;
import org.ivrea.engine.call.Operation.CollectEnd;
import org.ivrea.engine.call.Operation.CollectResult;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DigitCollectionTest {
    private static final int FIRST = 3_000;
    private static final int INTER = 1_000;
    /// Half a second of prompt.
    private static final List<Audio> PROMPT = List.of(TestCall.speech("press"));

    private static Collect collect(String bargeIn, int max, String terminators, String... entries) {
        return new Collect(PROMPT, new Keys(bargeIn), 1, max, new Keys(terminators), FIRST, INTER, List.of(entries),
                false);
    }

    private static CollectResult result(String digits, CollectEnd end) {
        return new CollectResult(digits, null, end);
    }

    @Test
    void theFirstDigitMayTakeItsTimeAfterThePrompt() {
        TestCall test = TestCall.keys("");
        assertThat(test.perform(collect(Keys.EVERY, 4, "#"))).isEqualTo(result("", CollectEnd.TIMEOUT));
        assertThat(test.call.elapsedMs()).isEqualTo(500 + FIRST);
    }

    @Test
    void theInterDigitTimerRunsFromEachKey() {
        TestCall test = TestCall.keys("1@700 2@1699 3@3000");
        assertThat(test.perform(collect(Keys.EVERY, 4, "#"))).isEqualTo(result("12", CollectEnd.TIMEOUT));
        assertThat(test.call.elapsedMs()).isEqualTo(1699 + INTER);
    }

    @Test
    void bargeInStopsThePromptAtTheKeyAndStartsTheInterDigitTimer() {
        TestCall test = TestCall.keys("1@120");
        assertThat(test.perform(collect("1", 4, "#"))).isEqualTo(result("1", CollectEnd.TIMEOUT));
        assertThat(test.call.elapsedMs()).isEqualTo(120 + INTER);
        assertThat(test.trace).containsExactly("0 starts press 500", "120 key 1", "120 ends press 1");
    }

    @Test
    void keysThatMayNotInterruptCountAndThePromptPlaysOn() {
        TestCall test = TestCall.keys("1@100 2@200 3@300");
        assertThat(test.perform(collect("", 2, "#"))).isEqualTo(result("12", CollectEnd.MAX_DIGITS));
        assertThat(test.call.elapsedMs()).isEqualTo(500);
        assertThat(test.trace).contains("100 key 1", "200 key 2", "300 key •");
        assertThat(test.perform(collect(Keys.EVERY, 1, "#"))).isEqualTo(result("3", CollectEnd.MAX_DIGITS));
        assertThat(test.call.elapsedMs()).isEqualTo(500);
    }

    @Test
    void theInterDigitTimerOfKeysDuringAPromptBeginsAtItsEnd() {
        TestCall test = TestCall.keys("1@100");
        test.perform(collect("", 2, "#"));
        assertThat(test.call.elapsedMs()).isEqualTo(500 + INTER);
    }

    @Test
    void aTerminatorEndsTheInputAndIsNoPartOfIt() {
        TestCall test = TestCall.keys("1@600 #@700 2@800");
        assertThat(test.perform(collect(Keys.EVERY, 4, "#*"))).isEqualTo(
                new CollectResult("1", '#', CollectEnd.TERMINATOR));
        assertThat(test.call.elapsedMs()).isEqualTo(700);
    }

    @Test
    void aTerminatorAloneGivesNoDigits() {
        assertThat(TestCall.keys("#@10").perform(collect(Keys.EVERY, 4, "#")))
                .isEqualTo(new CollectResult("", '#', CollectEnd.TERMINATOR));
    }

    @Test
    void typedAheadKeysAnswerWithoutAPrompt() {
        TestCall test = TestCall.keys("4@10 2@20 #@30 7@40");
        test.perform(TestCall.play("welcome", ""));
        assertThat(test.perform(collect(Keys.EVERY, 8, "#"))).isEqualTo(
                new CollectResult("42", '#', CollectEnd.TERMINATOR));
        assertThat(test.perform(collect(Keys.EVERY, 1, "#"))).isEqualTo(result("7", CollectEnd.MAX_DIGITS));
        assertThat(test.trace).containsExactly("0 starts welcome 700", "10 key •", "20 key •", "30 key •",
                "40 key •", "700 ends welcome null");
    }

    @Test
    void anIncompleteTypedAheadInputGoesOnWithTheInterDigitTimer() {
        TestCall test = TestCall.keys("4@10");
        test.perform(TestCall.play("welcome", ""));
        assertThat(test.perform(collect(Keys.EVERY, 2, "#"))).isEqualTo(result("4", CollectEnd.TIMEOUT));
        assertThat(test.call.elapsedMs()).isEqualTo(700 + INTER);
    }

    @Test
    void anEntryThatNoOtherBeginsWithIsTakenAtOnce() {
        TestCall test = TestCall.keys("2@600");
        assertThat(test.perform(collect(Keys.EVERY, 2, "", "1", "10", "2"))).isEqualTo(result("2", CollectEnd.ENTRY));
        assertThat(test.call.elapsedMs()).isEqualTo(600);
    }

    @Test
    void anEntryThatAnotherBeginsWithWaitsForTheNextKey() {
        TestCall one = TestCall.keys("1@600");
        assertThat(one.perform(collect(Keys.EVERY, 2, "", "1", "10"))).isEqualTo(result("1", CollectEnd.TIMEOUT));
        assertThat(one.call.elapsedMs()).isEqualTo(600 + INTER);
        TestCall ten = TestCall.keys("1@600 0@900");
        assertThat(ten.perform(collect(Keys.EVERY, 2, "", "1", "10"))).isEqualTo(result("10", CollectEnd.ENTRY));
        assertThat(ten.call.elapsedMs()).isEqualTo(900);
    }

    @Test
    void digitsThatCanBecomeNoEntryEndTheInput() {
        TestCall test = TestCall.keys("1@600 5@700 1@800");
        assertThat(test.perform(collect(Keys.EVERY, 3, "", "100"))).isEqualTo(result("15", CollectEnd.ENTRY));
        assertThat(test.call.elapsedMs()).isEqualTo(700);
    }

    @Test
    void secretKeysAreHidden() {
        TestCall test = TestCall.keys("1@100");
        test.perform(new Collect(PROMPT, Keys.ALL, 1, 1, Keys.NONE, FIRST, INTER, List.of(), true));
        assertThat(test.trace).containsExactly("0 starts press 500", "100 key •", "100 ends press •");
    }

    @Property
    void anInputEndsAsSoonAsNothingLongerIsPossible(
            @ForAll @Size(min = 1, max = 6) List<@StringLength(min = 1, max = 3) @CharRange(from = '0', to = '2') //
            String> entries, @ForAll @StringLength(min = 1, max = 4) @CharRange(from = '0', to = '2') String typed) {
        var plan = new StringBuilder();
        for (int i = 0; i < typed.length(); i++) {
            plan.append(i == 0 ? "" : " ").append(typed.charAt(i)).append('@').append(i * 100);
        }
        String expected = typed;
        for (int length = 1; length <= typed.length(); length++) {
            String digits = typed.substring(0, length);
            if (entries.stream().noneMatch(entry -> entry.length() > digits.length() && entry.startsWith(digits))) {
                expected = digits;
                break;
            }
        }
        CollectResult result = TestCall.keys(plan.toString()).perform(
                new Collect(List.of(), Keys.ALL, 1, 9, Keys.NONE, FIRST, INTER, entries, false));
        assertThat(result.digits()).isEqualTo(expected);
    }
}
