package org.ivrea.engine.nodes;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The nodes that talk to the caller or connect with others, in a world that says nothing.
final class ConnectionNodesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "\"type\": \"record\", \"variable\": \"text\" | recorded",
            "\"type\": \"speech\", \"variable\": \"text\" | noInput",
            "\"type\": \"dial\", \"targets\": [ { \"number\": \"1000\" } ] | answered",
            "\"type\": \"queue\", \"queue\": \"sales\" | answered",
            "\"type\": \"voicemail\", \"mailbox\": \"sales\" | left",
            "\"type\": \"conference\", \"room\": \"weekly\" | left",
            "\"type\": \"callRecording\" | next",
            "\"type\": \"sendDtmf\", \"digits\": \"12w3#\" | next"})
    void whatIsLeftOutHasADefault(String fields, String exit) {
        OneNode node = OneNode.of(fields);

        assertThat(node.problems()).isEmpty();
        assertThat(node.exit()).isEqualTo(exit);
    }
}
