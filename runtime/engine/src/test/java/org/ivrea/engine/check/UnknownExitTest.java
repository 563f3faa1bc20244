package org.ivrea.engine.check;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UnknownExitTest {
    private static Checked playing(String exits) {
        return Checked.of("""
                { "start": "hello", "nodes": {
                  "hello": { "type": "play", "prompt": [ { "text": "Hi" } ], "exits": { %s } }, %s } }
                """.formatted(exits, Checked.BYE));
    }

    @Test
    void theFixRenamesAMisspeltExit() {
        Checked misspelt = playing("\"nxt\": \"bye\"");
        assertThat(misspelt.only(UnknownExit.CODE).message()).contains("did you mean \"next\"?");
        assertThat(misspelt.fixed(UnknownExit.CODE).problems()).isEmpty();
    }

    @Test
    void theFixRemovesAnExitThatTheNodeNoLongerHas() {
        Checked leftOver = playing("\"next\": \"bye\", \"interrupted\": null");
        assertThat(leftOver.places(UnknownExit.CODE)).containsExactly("main/nodes/hello/exits/interrupted");
        assertThat(leftOver.fixed(UnknownExit.CODE).problems()).isEmpty();
    }

    @Test
    void everyNodeHasExitsForFailuresAndTheHangUp() {
        assertThat(playing("\"next\": \"bye\", \"error\": \"bye\"").problems()).isEmpty();
    }
}
