package org.ivrea.engine.simulation;

import java.time.ZonedDateTime;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.ivrea.engine.call.CallFailure;
import org.ivrea.engine.call.Operation;
import org.jspecify.annotations.Nullable;

/// The answers of the world to one call: first the stubs, then who is asked live.
final class Answers {
    private final World world;
    private final Answerer answerer;
    private @Nullable Map<World.Sequence, Integer> given;

    Answers(World world, Answerer answerer) {
        this.world = world;
        this.answerer = answerer;
    }

    /// The stub's answer, or the live one.
    ///
    /// @return `null` when neither gives one
    <A extends Answer> @Nullable A find(Class<A> kind, Operation<?> operation, String subject) {
        A stubbed = stubbed(kind, subject);
        return stubbed != null ? stubbed : asked(kind, operation, subject);
    }

    <A extends Answer> @Nullable A stubbed(Class<A> kind, String subject) {
        for (World.Sequence sequence : world.sequences(kind)) {
            if (Stub.matches(sequence.subject(), subject)) {
                return kind.cast(next(sequence));
            }
        }
        return null;
    }

    <A extends Answer> @Nullable A asked(Class<A> kind, Operation<?> operation, String subject) {
        Answer answer = answerer.answer(operation, subject);
        if (answer != null && !kind.isInstance(answer)) {
            throw new IllegalStateException("\"" + subject + "\" needs an answer of the kind " + kind.getSimpleName()
                    + ", but got " + answer);
        }
        return answer == null ? null : kind.cast(answer);
    }

    /// Draws a branch, as the stub says or by chance.
    int draw(Operation.Draw draw, Chance chance) {
        Answer.Draw answer = find(Answer.Draw.class, draw, draw.nodeId());
        if (answer == null) {
            return chance.draw(draw.weights(), draw.sticky());
        }
        if (answer.branch() < 0 || answer.branch() >= draw.weights().size()) {
            throw new CallFailure("stub", "The stub for the draw of \"" + draw.nodeId() + "\" gives branch "
                    + (answer.branch() + 1) + ", but there are " + draw.weights().size());
        }
        return answer.branch();
    }

    /// What the clock is set to when a node looks at it; `null` to leave it.
    Answer.@Nullable Clock clock(String node, ZonedDateTime now) {
        Answer.Clock stubbed = stubbed(Answer.Clock.class, node);
        return stubbed != null ? stubbed : answerer.clock(node, now);
    }

    private Answer next(World.Sequence sequence) {
        List<Answer> answers = sequence.answers();
        if (answers.size() == 1) {
            return answers.getFirst();
        }
        if (given == null) {
            given = new IdentityHashMap<>();
        }
        int index = given.merge(sequence, 1, Integer::sum) - 1;
        return answers.get(Math.min(index, answers.size() - 1));
    }
}
