package org.ivrea.engine.check;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UnwiredExitTest {
    @Test
    void anExitThatLeadsNowhereIsReportedAtTheExit() {
        Checked flow = Checked.of("""
                { "start": "ask", "nodes": {
                  "ask": { "type": "menu", "prompt": [ { "text": "Press 1" } ],
                    "choices": [ { "keys": "1", "exit": "one" } ],
                    "exits": { "one": "bye", "timeout": null } }, %s } }
                """.formatted(Checked.BYE));
        assertThat(flow.places(UnwiredExit.CODE)).containsExactly("main/nodes/ask/exits/invalid",
                "main/nodes/ask/exits/timeout");
        assertThat(flow.problems(UnwiredExit.DEAD_END)).isEmpty();
    }

    @Test
    void aNodeWithoutAnyWayOnIsADeadEnd() {
        Checked flow = Checked.of("""
                { "start": "hello", "nodes": {
                  "hello": { "type": "play", "prompt": [ { "text": "Hi" } ], "exits": { "next": null } } } }
                """);
        assertThat(flow.places(UnwiredExit.DEAD_END)).containsExactly("main/nodes/hello/exits");
        assertThat(flow.problems(UnwiredExit.CODE)).isEmpty();
    }

    @Test
    void aDisabledEndIsADeadEnd() {
        assertThat(Checked.of("""
                { "start": "bye", "nodes": { "bye": { "type": "hangup", "disabled": true } } }
                """).places(UnwiredExit.DEAD_END)).containsExactly("main/nodes/bye");
    }

    @Test
    void ofADisabledNodeOnlyTheFirstExitMatters() {
        assertThat(Checked.of("""
                { "start": "ask", "nodes": {
                  "ask": { "type": "menu", "disabled": true, "prompt": [ { "text": "Press 1" } ],
                    "choices": [ { "keys": "1", "exit": "one" } ], "exits": { "one": "bye" } }, %s } }
                """.formatted(Checked.BYE)).problems()).isEmpty();
    }

    @Test
    void anExitThatLeadsToNoNodeIsReportedOnceOnly() {
        Checked flow = Checked.of("""
                { "start": "hello", "nodes": {
                  "hello": { "type": "play", "prompt": [ { "text": "Hi" } ], "exits": { "next": "gone" } } } }
                """);
        assertThat(flow.problems()).singleElement().returns("exit-dangling", problem -> problem.code());
        assertThat(flow.fixed("exit-dangling").problems("exit-dangling")).isEmpty();
    }

    @Test
    void afterTheHangUpAWayMayJustEnd() {
        assertThat(Checked.of("""
                { "start": "bye", "handlers": { "hangup": "note" }, "nodes": {
                  "note": { "type": "language", "language": "en", "exits": { "next": null } }, %s } }
                """.formatted(Checked.BYE)).problems()).isEmpty();
    }
}
