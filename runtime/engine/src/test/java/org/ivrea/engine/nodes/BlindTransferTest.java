package org.ivrea.engine.nodes;

import org.ivrea.engine.call.Operation;
import org.ivrea.engine.call.Operation.DialTarget;
import org.ivrea.engine.call.Operation.Transfer;
import org.ivrea.engine.run.CallOutcome;
import org.ivrea.engine.simulation.Answer;
import org.ivrea.engine.simulation.World;
import org.ivrea.engine.trace.TraceEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class BlindTransferTest {
    private static final String TRANSFER = "\"type\": \"transfer\", \"number\": \"1000\"";

    private static Operation.Transfer asked(OneNode node) {
        node.rehearsal.call();
        return node.rehearsal.asked(Operation.Transfer.class).getFirst();
    }

    @Test
    void theFlowEndsWithTheTransfer() {
        OneNode node = OneNode.of(TRANSFER);

        assertThat(node.rehearsal.call().kind()).isEqualTo(CallOutcome.Kind.TRANSFERRED);
        assertThat(node.rehearsal.events(TraceEvent.ExitTaken.class)).isEmpty();
    }

    @Test
    void aRefusedTransferLeavesTheCallerHere() {
        OneNode node = OneNode.of(TRANSFER)
                .in(World.builder().stub("1000", new Answer.Transfer(false)).build());

        assertThat(node.exit()).isEqualTo("failed");
        assertThat(node.reason()).contains("\"1000\"");
    }

    @Test
    void theDefaultIsTheDialplanOfTheCall() {
        assertThat(asked(OneNode.of(TRANSFER)))
                .isEqualTo(new Transfer(new DialTarget.Number("1000", null, false), null, false));
    }

    @Test
    void itGoesByContextGatewayDestinationOrRefer() {
        assertThat(asked(OneNode.of(TRANSFER + ", \"context\": \"public\"")))
                .isEqualTo(new Transfer(new DialTarget.Number("1000", null, false), "public", false));
        assertThat(asked(OneNode.of(TRANSFER + ", \"gateway\": \"carrier\"")))
                .isEqualTo(new Transfer(new DialTarget.Number("1000", "carrier", false), null, false));
        assertThat(asked(OneNode.of("\"type\": \"transfer\", \"destination\": \"reception\"")))
                .isEqualTo(new Transfer(new DialTarget.Named("reception"), null, false));
        assertThat(asked(OneNode.of("""
                "type": "transfer", "number": "support@example.com", "method": "refer\"""")))
                .isEqualTo(new Transfer(new DialTarget.Number("support@example.com", null, false), null, true));
    }

    @Test
    void aNumberThatIsNoneIsAnErrorOfTheNode() {
        OneNode node = OneNode.of("\"type\": \"transfer\", \"number\": \"${call.caller}\"")
                .in(World.builder().caller("1 XML default; 2").build());

        assertThat(node.failure()).isEqualTo("number-wrong");
    }

    @Test
    void wrongParametersAreSeenBeforeTheCall() {
        assertThat(OneNode.of("\"type\": \"transfer\"").problems()).containsExactly("callee ");
        assertThat(OneNode.of(TRANSFER + ", \"destination\": \"reception\"").problems()).containsExactly("callee ");
        assertThat(OneNode.of(TRANSFER + ", \"method\": \"refer\", \"context\": \"x\", \"gateway\": \"g\"").problems())
                .containsExactly("context-unused /context", "gateway-unused /gateway");
        assertThat(OneNode.of(TRANSFER + ", \"context\": \"a b\"").problems()).containsExactly("context-name /context");
    }
}
