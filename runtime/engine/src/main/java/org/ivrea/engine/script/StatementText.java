package org.ivrea.engine.script;

import java.time.LocalDateTime;
import java.time.LocalTime;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.Operation.ConferenceOutcome;
import org.ivrea.engine.call.Operation.DialOutcome;
import org.ivrea.engine.call.Operation.QueueOutcome;
import org.ivrea.engine.call.Operation.SpeechOutcome;
import org.ivrea.engine.simulation.Answer;
import org.ivrea.engine.simulation.Names;
import org.ivrea.engine.simulation.Stub;

/// Statements as scripts write them.
final class StatementText {
    private StatementText() {}

    static String of(Statement statement) {
        return switch (statement) {
            case Statement.Nothing _ -> "";
            case Statement.Flow flow -> "flow " + flow.name();
            case Statement.CallerNumber caller -> "caller " + caller.number();
            case Statement.CalledNumber called -> "called " + called.number();
            case Statement.At at -> at(at);
            case Statement.Language language -> "language " + language.tag();
            case Statement.Channel channel -> "channel " + channel.name() + " = " + quoted(channel.value());
            case Statement.Seed seed -> "seed " + seed.seed();
            case Statement.Prepared prepared -> stub(prepared.stub());
            case Statement.Hear hear -> "hear " + of(hear.match());
            case Statement.Press press -> "press " + press.keys();
            case Statement.Wait wait -> "wait " + Durations.write(wait.ms());
            case Statement.HangUp _ -> "hang up";
            case Statement.Expect expect -> "expect " + of(expect.expectation());
        };
    }

    static String of(TextMatch match) {
        return switch (match) {
            case TextMatch.Words(String text) -> quoted(text);
            case TextMatch.Pattern(String regex) -> "/" + regex.replace("/", "\\/") + "/";
        };
    }

    static String of(Expectation expectation) {
        return switch (expectation) {
            case Expectation.Heard heard -> "heard " + of(heard.match());
            case Expectation.Holds holds -> holds.condition();
            case Expectation.ExitTaken exit -> "exit " + (exit.flow() == null ? "" : exit.flow() + "/") + exit.node()
                    + "." + exit.exit();
            case Expectation.Path path -> "path " + String.join(", ", path.nodes());
            case Expectation.Cause cause -> "cause " + cause.cause();
            case Expectation.EndedBy by -> "ended by "
                    + (by.side() == CallEnd.Side.TRANSFERRED ? "transfer" : Names.of(by.side()));
            case Expectation.Requested request -> "http " + request.service() + " " + request.method() + " "
                    + request.path() + (request.body() == null ? "" : " with " + quoted(request.body()));
            case Expectation.Logged logged -> "log " + quoted(logged.text());
            case Expectation.Tagged tagged -> "tag " + tagged.tag();
            case Expectation.Not not -> "not " + of(not.expectation());
        };
    }

    private static String at(Statement.At at) {
        LocalTime time = at.start().toLocalTime();
        return "at " + at.start().toLocalDate() + " " + time + " " + at.start().getZone();
    }

    private static String stub(Stub stub) {
        String subject = stub.subject();
        return "stub " + switch (stub.answer()) {
            case Answer.Http http -> "http " + subject + " -> " + http(http);
            case Answer.Dial dial -> "dial " + subject + " -> " + Names.of(dial.outcome()) + after(dial.afterMs(), -1)
                    + (dial.outcome() == DialOutcome.ANSWERED ? talk(dial.talkMs()) : "");
            case Answer.Queue queue -> "queue " + subject + " -> " + Names.of(queue.outcome())
                    + (queue.key() == null ? "" : " " + queue.key()) + after(queue.afterMs(), -1)
                    + (queue.outcome() == QueueOutcome.ANSWERED ? talk(queue.talkMs()) : "");
            case Answer.Voicemail voicemail -> "voicemail " + subject + " -> "
                    + (voicemail.spokenMs() == 0 ? "nothing" : "left " + Durations.write(voicemail.spokenMs()));
            case Answer.Conference conference -> "conference " + subject + " -> " + Names.of(conference.outcome())
                    + (conference.outcome() == ConferenceOutcome.LEFT ? after(conference.stayMs(), -1) : "");
            case Answer.Speech speech -> "speech " + subject + " -> " + speech(speech);
            case Answer.Recording recording -> "record " + (subject.equals("*") && recording.spokenMs() > 0
                    ? ""
                    : subject + " -> ")
                    + (recording.spokenMs() == 0 ? "nothing" : Durations.write(recording.spokenMs()));
            case Answer.Execute execute -> "execute " + subject + " -> " + (execute.worked() ? "ok" : "failed")
                    + after(execute.afterMs(), 0);
            case Answer.Transfer transfer -> "transfer " + subject + " -> " + (transfer.worked() ? "ok" : "failed");
            case Answer.Clock(LocalDateTime time) -> "clock " + subject + " -> " + time.toLocalDate() + " "
                    + time.toLocalTime();
            case Answer.Draw draw -> "draw " + subject + " -> " + (draw.branch() + 1);
        };
    }

    private static String http(Answer.Http http) {
        return switch (http) {
            case Answer.Http.Timeout _ -> "timeout";
            case Answer.Http.Failure failure -> "fail " + quoted(failure.reason()) + after(failure.delayMs(), 0);
            case Answer.Http.Reply reply -> reply.status() + body(reply) + after(reply.delayMs(), 0);
        };
    }

    private static String body(Answer.Http.Reply reply) {
        if (StubParser.isPlainJson(reply.body())) {
            return " " + reply.body() + type(reply.contentType(), StubParser.JSON_TYPE);
        }
        return reply.body().isEmpty()
                ? type(reply.contentType(), "")
                : " " + quoted(reply.body()) + type(reply.contentType(), StubParser.TEXT_TYPE);
    }

    private static String type(String type, String usual) {
        return type.equals(usual) || type.isEmpty() ? "" : " as " + type;
    }

    private static String speech(Answer.Speech speech) {
        return speech.outcome() == SpeechOutcome.SPEECH
                ? quoted(speech.text()) + (speech.confidence() == 1 ? "" : " " + speech.confidence())
                : Names.of(speech.outcome());
    }

    private static String after(long ms, long usual) {
        return ms == usual ? "" : " after " + Durations.write(ms);
    }

    private static String talk(long ms) {
        return ms == StubParser.USUAL_TALK_MS ? "" : " for " + Durations.write(ms);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t")
                .replace("\r", "") + '"';
    }
}
