package org.ivrea.engine.check;

import org.ivrea.flow.problem.Problem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EndlessLoopTest {
    /// @param next where the loop goes on after its first node
    private static Checked looping(String next, String more) {
        return Checked.of("""
                { "start": "count", "variables": { "n": { "type": "int", "initial": 0 } }, "nodes": {
                  "count": { "type": "set", "assignments": [ { "variable": "n", "value": "n + 1" } ],
                    "exits": { "next": "%s" } },
                  "enough": { "type": "decision", "cases": [ { "when": "n > 3", "exit": "yes" } ],
                    "exits": { "yes": "bye", "otherwise": "count" } }, %s %s } }
                """.formatted(next, more, Checked.BYE));
    }

    @Test
    void aLoopWithoutAWaitIsReportedWithItsNodes() {
        assertThat(looping("enough", "").only(EndlessLoop.CODE)).returns("count", Problem::nodeId)
                .extracting(Problem::message).asString().contains("count → enough → count");
    }

    @Test
    void aLoopInWhichTheCallerHearsSomethingIsFine() {
        assertThat(looping("say", """
                "say": { "type": "play", "prompt": [ { "text": "Again" } ], "exits": { "next": "enough" } },
                """).problems()).isEmpty();
    }

    @Test
    void aDisabledNodeTakesNoTime() {
        assertThat(looping("say", """
                "say": { "type": "play", "disabled": true, "prompt": [ { "text": "Again" } ],
                  "exits": { "next": "enough" } },
                """).problems(EndlessLoop.CODE)).hasSize(1);
    }

    @Test
    void aNodeThatLeadsToItselfIsALoop() {
        assertThat(Checked.of("""
                { "start": "note", "nodes": {
                  "note": { "type": "language", "language": "en", "exits": { "next": "note", "error": "bye" } }, %s } }
                """.formatted(Checked.BYE)).problems()).extracting(Problem::code)
                .containsExactly(EndlessLoop.CODE, NoWayOut.CODE);
    }

    @Test
    void countedRoundsComeToAnEnd() {
        assertThat(Checked.of("""
                { "start": "thrice", "nodes": {
                  "thrice": { "type": "loop", "exits": { "body": "note", "done": "bye" } },
                  "note": { "type": "language", "language": "en", "exits": { "next": "thrice" } }, %s } }
                """.formatted(Checked.BYE)).problems()).isEmpty();
    }

    @Test
    void countingAgainAndAgainDoesNot() {
        assertThat(Checked.of("""
                { "start": "thrice", "nodes": {
                  "thrice": { "type": "loop", "exits": { "body": "thrice", "done": "note" } },
                  "note": { "type": "language", "language": "en", "exits": { "next": "thrice" } } } }
                """).places(EndlessLoop.CODE)).containsExactly("main/nodes/note");
    }

    @Test
    void aSubflowThatAsksTheCallerTakesTime() {
        assertThat(callingSub("play", "\"prompt\": [ { \"text\": \"Hi\" } ]").problems(EndlessLoop.CODE)).isEmpty();
    }

    @Test
    void aSubflowThatReturnsAtOnceDoesNot() {
        assertThat(callingSub("language", "\"language\": \"en\"").places(EndlessLoop.CODE))
                .containsExactly("main/nodes/call");
    }

    private static Checked callingSub(String type, String fields) {
        return Checked.of("""
                { "start": "call", "nodes": {
                  "call": { "type": "subflow", "flow": "sub", "exits": { "done": "call" } } } }
                """).with("sub", """
                { "start": "do", "nodes": {
                  "do": { "type": "%s", %s, "exits": { "next": "back" } },
                  "back": { "type": "return" } } }
                """.formatted(type, fields));
    }
}
