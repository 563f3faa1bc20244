package org.ivrea.engine.nodes;

import java.util.List;
import org.ivrea.engine.call.Operation.ConferenceOutcome;
import org.ivrea.engine.call.Operation.JoinConference;
import org.ivrea.engine.simulation.Answer;
import org.ivrea.engine.simulation.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class ConferenceTest {
    private static final String CONFERENCE = "\"type\": \"conference\", \"room\": \"weekly\"";

    private static JoinConference asked(OneNode node) {
        node.rehearsal.call();
        return node.rehearsal.asked(JoinConference.class).getFirst();
    }

    @ParameterizedTest
    @CsvSource({"LEFT, left", "PIN_FAILED, pinFailed", "LOCKED, locked"})
    void eachOutcomeHasItsExit(ConferenceOutcome outcome, String exit) {
        OneNode node = OneNode.of(CONFERENCE)
                .in(World.builder().stub("weekly", new Answer.Conference(outcome, 60_000)).build());

        assertThat(node.exit()).isEqualTo(exit);
    }

    @Test
    void aRoomIsEnough() {
        assertThat(asked(OneNode.of(CONFERENCE))).isEqualTo(new JoinConference("weekly", null, null, List.of()));
    }

    @Test
    void numberPinAndFlagsReachTheSwitchByItsOwnNames() {
        OneNode node = OneNode.of(CONFERENCE
                + """
                        , "number": "${call.called}", "pin": "weekly-pin", "flags": [ "waitForModerator", "mute", "noMusic" ]""")
                .in(World.builder().called("77").build());

        assertThat(asked(node))
                .isEqualTo(new JoinConference("weekly", "77", "weekly-pin", List.of("wait-mod", "mute", "nomoh")));
    }

    @Test
    void aNumberCannotChangeTheSettingsOfTheRoom() {
        OneNode node = OneNode.of(CONFERENCE + ", \"number\": \"${call.called}\"")
                .in(World.builder().called("77@public+flags{moderator}").build());

        assertThat(node.failure()).isEqualTo("number-wrong");
    }

    @Test
    void wrongParametersAreSeenBeforeTheCall() {
        assertThat(OneNode.of("\"type\": \"conference\"").problems()).containsExactly("field-missing /room");
        assertThat(OneNode.of(CONFERENCE + ", \"flags\": [ \"mute\", \"mute\" ]").problems())
                .containsExactly("flag-twice /flags/1");
        assertThat(OneNode.of(CONFERENCE + ", \"flags\": [ \"moderator\", \"waitForModerator\" ]").problems())
                .containsExactly("flags-conflict /flags");
        assertThat(OneNode.of(CONFERENCE + ", \"flags\": [ \"loud\" ]").problems())
                .containsExactly("field-value /flags/0");
        assertThat(OneNode.of(CONFERENCE + ", \"number\": \"1@x\"").problems()).containsExactly("number-wrong /number");
    }
}
