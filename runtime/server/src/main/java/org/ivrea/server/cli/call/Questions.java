package org.ivrea.server.cli.call;

import java.io.PrintWriter;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.script.CallScriptParser;
import org.ivrea.engine.script.ParsedScript;
import org.ivrea.engine.script.Statement;
import org.ivrea.engine.simulation.Answer;
import org.ivrea.engine.simulation.Answerer;
import org.ivrea.engine.simulation.PacedClock;
import org.ivrea.server.cli.console.Style;
import org.jspecify.annotations.Nullable;

/// Asks at the keyboard what comes of something for which there is no stub. Meanwhile the call stands still.
final class Questions implements Answerer {
    private final Keyboard keyboard;
    private final PacedClock clock;
    private final PrintWriter out;
    private final Style style;
    private final boolean liveHttp;

    /// @param liveHttp true when requests are made for real, and not asked about
    Questions(Keyboard keyboard, PacedClock clock, PrintWriter out, Style style, boolean liveHttp) {
        this.keyboard = keyboard;
        this.clock = clock;
        this.out = out;
        this.style = style;
        this.liveHttp = liveHttp;
    }

    /// How a kind of thing is asked about.
    ///
    /// @param stub    how its stub begins
    /// @param answers what can be answered
    /// @param usual   what an empty line stands for
    private record Question(String stub, String answers, String usual) {}

    @Override
    public @Nullable Answer answer(Operation<?> operation, String subject) {
        Question question = question(operation);
        if (question == null) {
            return null;
        }
        clock.pause();
        try {
            return ask(question, subject);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            clock.resume();
        }
    }

    private @Nullable Question question(Operation<?> operation) {
        return switch (operation) {
            case Operation.Dial _ -> new Question("dial *",
                    "answered, busy, no-answer, rejected, unreachable, cancelled", "answered");
            case Operation.Enqueue _ -> new Question("queue *",
                    "answered, timeout, exit-key KEY, full, no-agents, closed", "answered");
            case Operation.LeaveVoicemail _ -> new Question("voicemail *", "left 5s, nothing", "left 5s");
            case Operation.JoinConference _ -> new Question("conference *", "left, pin-failed, locked", "left");
            case Operation.Listen _ -> new Question("speech *", "\"what the caller says\", no-input, no-match",
                    "no-input");
            case Operation.HttpExchange _ -> liveHttp
                    ? null
                    : new Question("http * * *", "200 {\"some\": \"reply\"}, 404, timeout, fail \"reason\"",
                            "fails, as there is no stub");
            default -> null;
        };
    }

    private @Nullable Answer ask(Question question, String subject) throws InterruptedException {
        String kind = question.stub.substring(0, question.stub.indexOf(' '));
        out.println(style.strong("? " + kind + " " + Style.printable(subject) + ": what comes of it?"));
        out.println(style.faint("  " + question.answers + "; h hangs up; Enter for: " + question.usual));
        while (true) {
            String line = keyboard.line(() -> {
                out.print("> ");
                out.flush();
            });
            if (line == null) {
                out.println();
                return null;
            }
            if (line.isBlank() || line.strip().equals(Keyboard.HANG_UP)) {
                return null;
            }
            ParsedScript parsed = CallScriptParser.parse("answer",
                    "stub " + question.stub + " -> " + line.strip());
            if (parsed.isComplete()
                    && parsed.script().lines().getFirst().statement() instanceof Statement.Prepared(var stub)) {
                return stub.answer();
            }
            out.println(style.error("  " + Style.printable(parsed.problems().getFirst().message())));
        }
    }
}
