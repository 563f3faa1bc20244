package org.ivrea.engine.check;

import org.ivrea.flow.problem.Problem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MediaAfterHangupTest {
    private static Checked handling(String handler) {
        return Checked.of("""
                { "start": "hello", "handlers": { "hangup": "late" }, "nodes": {
                  "hello": { "type": "play", "prompt": [ { "text": "Hi" } ], "exits": { "next": "bye" } },
                  "note": { "type": "language", "language": "en", "exits": { "next": null } },
                  "late": { %s }, %s } }
                """.formatted(handler, Checked.BYE));
    }

    @Test
    void whatNeedsTheCallerIsReportedAndTheFixPassesItBy() {
        Checked wrong = handling("\"type\": \"wait\", \"exits\": { \"next\": \"note\" }");
        assertThat(wrong.only(MediaAfterHangup.CODE)).returns("late", Problem::nodeId);
        assertThat(wrong.fixed(MediaAfterHangup.CODE).problems()).isEmpty();
    }

    @Test
    void whereCallsAlsoComeWithACallerThereIsNoFix() {
        Checked wrong = Checked.of("""
                { "start": "hello", "handlers": { "hangup": "hello" }, "nodes": {
                  "hello": { "type": "play", "prompt": [ { "text": "Hi" } ], "exits": { "next": "bye" } }, %s } }
                """.formatted(Checked.BYE));
        assertThat(wrong.only(MediaAfterHangup.CODE).fix()).isNull();
    }

    @Test
    void aSubflowIsReportedWhenItNeedsTheCallerSomewhere() {
        Checked calling = handling("\"type\": \"subflow\", \"flow\": \"sub\", \"exits\": { \"done\": \"note\" }");
        assertThat(calling.with("sub", """
                { "start": "say", "nodes": {
                  "say": { "type": "play", "prompt": [ { "text": "Hi" } ], "exits": { "next": "back" } },
                  "back": { "type": "return" } } }
                """).only(MediaAfterHangup.CODE).message()).contains("\"sub\"", "\"say\"");
        assertThat(calling.with("sub", """
                { "start": "back", "nodes": { "back": { "type": "return" } } }
                """).problems()).isEmpty();
    }

    @Test
    void whatNeedsNoCallerIsFine() {
        assertThat(
                handling("\"type\": \"language\", \"language\": \"en\", \"exits\": { \"next\": \"note\" }").problems())
                .isEmpty();
    }
}
