package org.ivrea.designer.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.simulation.Answer;
import org.ivrea.engine.simulation.Stub;
import org.jspecify.annotations.Nullable;

/// Gives the answers of stubs as call scripts do: of subjects that match the first one wins, several answers for one
/// subject come one after the other, and the last one stays. For one call.
final class StubBook {
    private record Page(WorldKind kind, String subject) {}

    private final Map<Page, Integer> given = new HashMap<>();

    @Nullable
    Answer find(List<Stub> stubs, @Nullable Operation<?> operation, WorldKind kind, String subject) {
        Answer found = find(stubs, kind, subject);
        String gateway = found == null ? gateway(operation, subject) : null;
        return gateway == null ? found : find(stubs, kind, gateway);
    }

    private @Nullable Answer find(List<Stub> stubs, WorldKind kind, String subject) {
        for (Stub stub : stubs) {
            if (WorldKind.of(stub.answer()) == kind && Stub.matches(stub.subject(), subject)) {
                return next(stubs, new Page(kind, stub.subject()));
            }
        }
        return null;
    }

    private Answer next(List<Stub> stubs, Page page) {
        List<Answer> answers = stubs.stream().filter(stub -> stub.subject().equals(page.subject))
                .map(Stub::answer).filter(answer -> WorldKind.of(answer) == page.kind).toList();
        int index = given.merge(page, 1, Integer::sum) - 1;
        return answers.get(Math.min(index, answers.size() - 1));
    }

    /// A number that is dialled may be meant by its gateway, too.
    private static @Nullable String gateway(@Nullable Operation<?> operation, String subject) {
        if (operation instanceof Operation.Dial dial) {
            for (Operation.DialTarget target : dial.targets()) {
                if (target instanceof Operation.DialTarget.Number(String number, String gateway, _)
                        && number.equals(subject)) {
                    return gateway;
                }
            }
        }
        return null;
    }
}
