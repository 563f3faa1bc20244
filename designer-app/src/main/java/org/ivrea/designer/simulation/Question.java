package org.ivrea.designer.simulation;

import java.util.List;
import java.util.stream.IntStream;
import org.ivrea.engine.call.Operation;

/// Something that the flow asks of the world, and the person is to answer.
///
/// @param node    at which the call is
/// @param subject what it concerns, as stubs name it
/// @param choices answers to choose from, as call scripts write them
public record Question(WorldKind kind, String node, String subject, List<String> choices) {
    public Question {
        choices = List.copyOf(choices);
    }

    static Question of(WorldKind kind, String node, Operation<?> operation, String subject) {
        List<String> choices = operation instanceof Operation.Draw draw
                ? IntStream.rangeClosed(1, draw.weights().size()).mapToObj(Integer::toString).toList()
                : kind.examples();
        return new Question(kind, node, subject, choices);
    }
}
