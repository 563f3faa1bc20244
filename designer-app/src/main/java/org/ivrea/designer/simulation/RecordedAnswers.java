package org.ivrea.designer.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ivrea.designer.simulation.CallLog.Input;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.simulation.Answer;
import org.ivrea.engine.simulation.Stub;
import org.jspecify.annotations.Nullable;

/// What the world answered in a call, as stubs that answer the same again.
final class RecordedAnswers {
    private static final String NO_STUB = "no stub";

    private record Subject(WorldKind kind, String name) {}

    private RecordedAnswers() {}

    /// In the order in which things were asked about for the first time. What was always as usual needs no stub.
    static List<Stub> stubs(List<Input> inputs) {
        Map<Subject, List<Input.Reply>> bySubject = new LinkedHashMap<>();
        for (Input input : inputs) {
            if (input instanceof Input.Reply reply) {
                bySubject.computeIfAbsent(new Subject(reply.kind(), reply.subject()), _ -> new ArrayList<>())
                        .add(reply);
            }
        }
        List<Stub> stubs = new ArrayList<>();
        bySubject.forEach((subject, replies) -> {
            if (replies.stream().anyMatch(reply -> reply.answer() != null)) {
                add(subject, replies, stubs);
            }
        });
        return stubs;
    }

    /// The last answer stays, so that repetitions at the end need not be written.
    private static void add(Subject subject, List<Input.Reply> replies, List<Stub> stubs) {
        List<Answer> answers = new ArrayList<>();
        for (Input.Reply reply : replies) {
            Answer answer = reply.answer() == null ? usual(subject.kind) : reply.answer();
            if (answer != null) {
                answers.add(answer);
            }
        }
        while (answers.size() > 1 && Objects.equals(answers.getLast(), answers.get(answers.size() - 2))) {
            answers.removeLast();
        }
        answers.forEach(answer -> stubs.add(new Stub(subject.name, answer)));
    }

    /// What a simulated call does where nothing answers; see there.
    private static @Nullable Answer usual(WorldKind kind) {
        return switch (kind) {
            case HTTP -> new Answer.Http.Failure(NO_STUB, 0);
            case DIAL -> new Answer.Dial(Operation.DialOutcome.ANSWERED, 3_000, 20_000);
            case QUEUE -> new Answer.Queue(Operation.QueueOutcome.ANSWERED, null, 5_000, 20_000);
            case VOICEMAIL -> new Answer.Voicemail(5_000);
            case CONFERENCE -> new Answer.Conference(Operation.ConferenceOutcome.LEFT, 60_000);
            case SPEECH -> new Answer.Speech(Operation.SpeechOutcome.NO_INPUT, "", 0);
            case RECORDING -> new Answer.Recording(5_000);
            case TRANSFER -> new Answer.Transfer(true);
            case EXECUTE -> new Answer.Execute(true);
            case DRAW, CLOCK -> null;
        };
    }
}
