package org.ivrea.engine.script;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.call.Operation.ConferenceOutcome;
import org.ivrea.engine.call.Operation.DialOutcome;
import org.ivrea.engine.call.Operation.QueueOutcome;
import org.ivrea.engine.call.Operation.SpeechOutcome;
import org.ivrea.engine.simulation.Answer;
import org.ivrea.engine.simulation.Names;
import org.ivrea.engine.simulation.Stub;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonProblem;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.flow.problem.DidYouMean;
import org.jspecify.annotations.Nullable;

/// Reads what stands behind `stub`.
final class StubParser {
    static final String JSON_TYPE = "application/json";
    static final String TEXT_TYPE = "text/plain";
    /// How long an answered call lasts where nothing is said.
    static final long USUAL_TALK_MS = 20_000;

    private static final List<String> KINDS = List.of("http", "dial", "queue", "voicemail", "conference", "speech",
            "record", "execute", "transfer", "draw", "clock");
    private static final List<String> WORKED_OR_NOT = List.of("ok", "failed");
    private static final String ARROW = "->";

    private final LineCursor line;

    StubParser(LineCursor line) {
        this.line = line;
    }

    Stub parse() throws ScriptFault {
        int at = line.column();
        String kind = line.word("what to stub (" + String.join(", ", KINDS) + ")");
        if (!KINDS.contains(kind)) {
            throw new ScriptFault(at, "\"" + kind + "\" cannot be stubbed" + DidYouMean.hint(kind, KINDS)
                    + "; there are " + String.join(", ", KINDS));
        }
        int subjectAt = line.column();
        String subject = line.upTo(ARROW);
        if (subject == null && kind.equals("record") && !line.atEnd()) {
            return new Stub("*", new Answer.Recording(duration("how long the caller speaks, such as 4s,")));
        }
        if (subject == null) {
            throw new ScriptFault(subjectAt, "the answer is missing; write -> and what is to come of it");
        }
        if (subject.isEmpty()) {
            throw new ScriptFault(subjectAt, "what the stub is for is missing; write a name before ->, or * for any");
        }
        return new Stub(kind.equals("http") ? request(subject, subjectAt) : subject, answer(kind));
    }

    private static String request(String subject, int at) throws ScriptFault {
        String[] words = subject.split("[ \t]+");
        if (words.length != 3) {
            throw new ScriptFault(at, "a stub for http names service, method and path, such as bank GET /accounts/*");
        }
        return words[0] + " " + words[1].toUpperCase(Locale.ROOT) + " " + words[2];
    }

    private Answer answer(String kind) throws ScriptFault {
        return switch (kind) {
            case "http" -> http();
            case "dial" -> dial();
            case "queue" -> queue();
            case "voicemail" -> line.takes("nothing")
                    ? new Answer.Voicemail(0)
                    : new Answer.Voicemail(after("left", "left 10s or nothing"));
            case "conference" -> conference();
            case "speech" -> speech();
            case "record" -> new Answer.Recording(
                    line.takes("nothing") ? 0 : duration("how long the caller speaks, such as 4s,"));
            case "execute" -> new Answer.Execute(choice(WORKED_OR_NOT).equals("ok"), optional("after", 0));
            case "transfer" -> new Answer.Transfer(choice(WORKED_OR_NOT).equals("ok"));
            case "draw" -> new Answer.Draw(number("the branch to draw (1 for the first)", 1, 1_000) - 1);
            case "clock" -> new Answer.Clock(clock());
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private LocalDateTime clock() throws ScriptFault {
        int at = line.column();
        String date = line.word("a date and a time such as 2026-03-02 18:30");
        String time = line.word("a time such as 18:30");
        try {
            return LocalDateTime.of(LocalDate.parse(date), LocalTime.parse(time));
        } catch (DateTimeException _) {
            throw new ScriptFault(at, "\"" + date + " " + time + "\" is no moment; write one such as 2026-03-02 18:30");
        }
    }

    private Answer.Http http() throws ScriptFault {
        if (line.takes("timeout")) {
            return new Answer.Http.Timeout();
        }
        if (line.takes("fail")) {
            return new Answer.Http.Failure(line.quoted("the reason of the failure"), optional("after", 0));
        }
        int status = number("a status such as 200, timeout, or fail \"reason\"", 100, 599);
        String type = "";
        String body = "";
        if (line.peek() == '{' || line.peek() == '[') {
            type = JSON_TYPE;
            body = json();
        } else if (line.peek() == '"') {
            type = TEXT_TYPE;
            body = line.quoted("the body");
        }
        if (line.takes("as")) {
            type = line.word("the content type, such as text/xml,");
        }
        return new Answer.Http.Reply(status, type, body, optional("after", 0));
    }

    /// Whether a body can be written as it is.
    static boolean isPlainJson(String body) {
        boolean brackets = body.startsWith("{") || body.startsWith("[");
        return brackets && body.indexOf('\n') < 0 && body.indexOf('\r') < 0 && body.equals(body.strip())
                && JsonReader.read(body.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT).problems().isEmpty();
    }

    private String json() throws ScriptFault {
        int at = line.column();
        String json = line.json();
        List<JsonProblem> problems = JsonReader.read(json.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT)
                .problems();
        if (!problems.isEmpty()) {
            JsonProblem problem = problems.getFirst();
            throw new ScriptFault(at + problem.position().column() - 1, problem.message()
                    + " (for a reply that is no JSON, put it in double quotes)");
        }
        return json;
    }

    private Answer.Dial dial() throws ScriptFault {
        DialOutcome outcome = constant(DialOutcome.class);
        long after = optional("after", -1);
        boolean answered = outcome == DialOutcome.ANSWERED;
        return new Answer.Dial(outcome, after, answered ? optional("for", USUAL_TALK_MS) : 0);
    }

    private Answer.Queue queue() throws ScriptFault {
        QueueOutcome outcome = constant(QueueOutcome.class);
        Character key = outcome == QueueOutcome.EXIT_KEY ? key() : null;
        long after = optional("after", -1);
        boolean answered = outcome == QueueOutcome.ANSWERED;
        return new Answer.Queue(outcome, key, after, answered ? optional("for", USUAL_TALK_MS) : 0);
    }

    private Answer.Conference conference() throws ScriptFault {
        ConferenceOutcome outcome = constant(ConferenceOutcome.class);
        return new Answer.Conference(outcome, outcome == ConferenceOutcome.LEFT ? optional("after", 60_000) : 0);
    }

    private Answer.Speech speech() throws ScriptFault {
        if (line.takes("no-input")) {
            return new Answer.Speech(SpeechOutcome.NO_INPUT, "", 0);
        }
        if (line.takes("no-match")) {
            return new Answer.Speech(SpeechOutcome.NO_MATCH, "", 0);
        }
        String text = line.quoted("what is understood (or no-input, or no-match)");
        return new Answer.Speech(SpeechOutcome.SPEECH, text, line.atEnd() ? 1 : confidence());
    }

    private double confidence() throws ScriptFault {
        int at = line.column();
        String word = line.word("the confidence");
        try {
            double confidence = Double.parseDouble(word);
            if (confidence >= 0 && confidence <= 1) {
                return confidence;
            }
        } catch (NumberFormatException _) {
            // Explained below.
        }
        throw new ScriptFault(at, "the confidence is a number from 0 to 1, not \"" + word + "\"");
    }

    private Character key() throws ScriptFault {
        int at = line.column();
        String word = line.word("the exit key");
        if (word.length() != 1 || !Keys.isKey(word.charAt(0))) {
            throw new ScriptFault(at, "\"" + word + "\" is no telephone key; write one of " + Keys.EVERY);
        }
        return word.charAt(0);
    }

    private <E extends Enum<E>> E constant(Class<E> type) throws ScriptFault {
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            names.add(Names.of(constant));
        }
        return type.getEnumConstants()[names.indexOf(choice(names))];
    }

    private String choice(List<String> choices) throws ScriptFault {
        int at = line.column();
        String word = line.word("the answer (" + String.join(", ", choices) + ")");
        if (!choices.contains(word)) {
            throw new ScriptFault(at, "\"" + word + "\" is no answer here" + DidYouMean.hint(word, choices)
                    + "; there are " + String.join(", ", choices));
        }
        return word;
    }

    private int number(String what, int least, int most) throws ScriptFault {
        int at = line.column();
        String word = line.word(what);
        try {
            int number = Integer.parseInt(word);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Explained below.
        }
        throw new ScriptFault(at, "\"" + word + "\" should be " + what + ", from " + least + " to " + most);
    }

    private long after(String word, String example) throws ScriptFault {
        if (!line.takes(word)) {
            throw line.fault("write " + example);
        }
        return duration("a time such as 10s");
    }

    private long optional(String word, long otherwise) throws ScriptFault {
        return line.takes(word) ? duration("a time such as 300ms or 4s") : otherwise;
    }

    private long duration(String what) throws ScriptFault {
        return duration(line, what);
    }

    static long duration(LineCursor line, String what) throws ScriptFault {
        int at = line.column();
        String word = line.word(what);
        @Nullable Long ms = Durations.read(word);
        if (ms == null) {
            throw new ScriptFault(at, "\"" + word + "\" is no time; write one such as 300ms, 1.5s or 2m, up to a day");
        }
        return ms;
    }
}
