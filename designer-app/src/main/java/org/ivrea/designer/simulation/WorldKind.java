package org.ivrea.designer.simulation;

import java.util.List;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.simulation.Answer;
import org.jspecify.annotations.Nullable;

/// A part of the world that answers flows.
public enum WorldKind {
    HTTP("http", "* * *", "200 {}", "404", "500", "timeout", "fail \"no connection\""), DIAL("dial", "*", "answered",
            "busy", "no-answer", "rejected", "unreachable", "cancelled"), QUEUE("queue", "*", "answered", "timeout",
                    "full", "no-agents", "closed"), VOICEMAIL("voicemail", "*", "left 5s", "nothing"), CONFERENCE(
                            "conference", "*", "left", "pin-failed",
                            "locked"), SPEECH("speech", "*", "\"yes\"", "no-input", "no-match"), RECORDING("record",
                                    "*", "5s", "nothing"), DRAW("draw", "*", "1", "2"), CLOCK("clock", "*",
                                            "2026-03-02 10:00", "2026-03-01 23:59"), TRANSFER("transfer", "*", "ok",
                                                    "failed"), EXECUTE("execute", "*", "ok", "failed");

    private final String keyword;
    private final String anything;
    private final List<String> examples;

    WorldKind(String keyword, String anything, String... examples) {
        this.keyword = keyword;
        this.anything = anything;
        this.examples = List.of(examples);
    }

    /// As call scripts name it.
    public String keyword() {
        return keyword;
    }

    /// The subject that stands for everything of this kind.
    public String anything() {
        return anything;
    }

    /// Answers to choose from, as call scripts write them; the first is the usual one, apart from HTTP, where nothing
    /// is usual.
    public List<String> examples() {
        return examples;
    }

    /// The kind that answers an operation.
    ///
    /// @return `null` when the world is not asked
    public static @Nullable WorldKind of(Operation<?> operation) {
        return switch (operation) {
            case Operation.HttpExchange _ -> HTTP;
            case Operation.Dial _ -> DIAL;
            case Operation.Enqueue _ -> QUEUE;
            case Operation.LeaveVoicemail _ -> VOICEMAIL;
            case Operation.JoinConference _ -> CONFERENCE;
            case Operation.Listen _ -> SPEECH;
            case Operation.Record _ -> RECORDING;
            case Operation.Draw _ -> DRAW;
            case Operation.Transfer _ -> TRANSFER;
            case Operation.Execute _ -> EXECUTE;
            default -> null;
        };
    }

    /// The kind of an answer.
    public static WorldKind of(Answer answer) {
        return switch (answer) {
            case Answer.Http _ -> HTTP;
            case Answer.Dial _ -> DIAL;
            case Answer.Queue _ -> QUEUE;
            case Answer.Voicemail _ -> VOICEMAIL;
            case Answer.Conference _ -> CONFERENCE;
            case Answer.Speech _ -> SPEECH;
            case Answer.Recording _ -> RECORDING;
            case Answer.Draw _ -> DRAW;
            case Answer.Clock _ -> CLOCK;
            case Answer.Transfer _ -> TRANSFER;
            case Answer.Execute _ -> EXECUTE;
        };
    }
}
