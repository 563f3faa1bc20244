package org.ivrea.engine.check;

import java.util.Objects;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.problem.Problem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UnreachableNodeTest {
    private static final Checked ISLAND = Checked.of("""
            { "start": "hello", "nodes": {
              "hello": { "type": "play", "prompt": [ { "text": "Hi" } ], "exits": { "next": "bye" } },
              "island": { "type": "play", "prompt": [ { "text": "?" } ], "exits": { "next": "bye" } }, %s } }
            """.formatted(Checked.BYE));

    @Test
    void aNodeToWhichNoWayLeadsIsReported() {
        assertThat(ISLAND.only(UnreachableNode.CODE)).returns("island", Problem::nodeId)
                .returns("/nodes/island", problem -> problem.pointer().toString());
    }

    @Test
    void theFixRemovesIt() {
        assertThat(ISLAND.fixed(UnreachableNode.CODE).problems()).isEmpty();
    }

    @Test
    void theFixLeavesANodeAloneThatWasReachedMeanwhile() {
        FlowDocument wired = Objects.requireNonNull(ISLAND.flows().get("main")).withExit("hello", "next", "island");
        assertThat(Objects.requireNonNull(ISLAND.only(UnreachableNode.CODE).fix()).edit().apply(wired))
                .isEqualTo(wired);
    }

    @Test
    void handlersAndTheExitsOfFailuresAndHangUpsAreWaysToo() {
        assertThat(Checked.of("""
                { "start": "hello", "handlers": { "error": "sorry", "hangup": "note" }, "nodes": {
                  "hello": { "type": "play", "prompt": [ { "text": "Hi" } ],
                    "exits": { "next": "bye", "error": "bye", "hangup": "late" } },
                  "late": { "type": "language", "language": "en", "exits": { "next": null } },
                  "note": { "type": "language", "language": "en", "exits": { "next": null } },
                  "sorry": { "type": "play", "prompt": [ { "text": "Sorry" } ], "exits": { "next": "bye" } }, %s } }
                """.formatted(Checked.BYE)).problems()).isEmpty();
    }

    @Test
    void wherePartsOfANodeAreWrongItsExitsStillLeadSomewhere() {
        Checked wrong = Checked.of("""
                { "start": "ask", "nodes": {
                  "ask": { "type": "menu", "prompt": [ { "text": "Press 1" } ], "choices": [ 5 ],
                    "exits": { "one": "bye", "timeout": "bye", "invalid": "bye" } }, %s } }
                """.formatted(Checked.BYE));
        assertThat(wrong.problems()).extracting(Problem::code).containsExactly("field-kind");
    }

    @Test
    void theWayMayBeShort() {
        assertThat(Checked.of("""
                { "start": "bye", "nodes": { %s } }
                """.formatted(Checked.BYE)).problems()).isEmpty();
    }
}
