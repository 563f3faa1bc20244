package org.ivrea.engine.check;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NoWayOutTest {
    private static Checked ringAround(String type, String exits) {
        return Checked.of("""
                { "start": "hello", "nodes": {
                  "hello": { "type": "play", "prompt": [ { "text": "Hi" } ], "exits": { "next": "a" } },
                  "a": { "type": "play", "prompt": [ { "text": "A" } ], "exits": { "next": "b" } },
                  "b": { %s, "exits": { %s } }, %s } }
                """.formatted(type, exits, Checked.BYE));
    }

    @Test
    void aCircleWithoutAnEndIsReportedOnce() {
        Checked caught = ringAround("\"type\": \"play\", \"prompt\": [ { \"text\": \"B\" } ]",
                "\"next\": \"a\", \"error\": \"bye\"");
        assertThat(caught.places(NoWayOut.CODE)).containsExactly("main/nodes/a");
    }

    @Test
    void oneWayOutIsEnough() {
        assertThat(ringAround(
                "\"type\": \"decision\", \"cases\": [ { \"when\": \"call.elapsedMs > 9\", \"exit\": \"x\" } ]",
                "\"x\": \"bye\", \"otherwise\": \"a\"").problems()).isEmpty();
    }

    @Test
    void aSubflowMayEndTheCall() {
        Checked flow = ringAround("\"type\": \"subflow\", \"flow\": \"sub\"", "\"done\": \"a\", \"error\": \"bye\"");
        assertThat(flow.with("sub", """
                { "start": "ask", "nodes": {
                  "ask": { "type": "play", "bargeIn": "allKeys", "prompt": [ { "text": "Any key to go on" } ],
                    "exits": { "next": "end", "interrupted": "back" } },
                  "end": { "type": "hangup" }, "back": { "type": "return" } } }
                """).problems()).isEmpty();
        assertThat(flow.with("sub", """
                { "start": "back", "nodes": { "back": { "type": "return" } } }
                """).places(NoWayOut.CODE)).containsExactly("main/nodes/a");
    }
}
