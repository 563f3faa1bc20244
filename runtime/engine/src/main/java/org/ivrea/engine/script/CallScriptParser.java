package org.ivrea.engine.script;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ivrea.engine.call.Keys;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.json.Position;
import org.ivrea.flow.problem.DidYouMean;
import org.ivrea.flow.problem.Problem;

/// Reads call scripts. Never throws: what is wrong comes back as problems with line and column.
public final class CallScriptParser {

    /// Code of the problems of a script's text.
    public static final String PROBLEM = "script-syntax";

    /// The longest script, in characters.
    public static final int MAX_LENGTH = 1_000_000;

    private static final int MOST_PROBLEMS = 100;
    private static final List<String> KEYWORDS = List.of("flow", "caller", "called", "at", "language", "channel",
            "seed", "stub", "hear", "press", "wait", "hang", "expect");

    private final String file;
    private final List<CallScript.Line> lines = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private boolean stepsBegan;
    private boolean hungUp;
    private boolean flowNamed;

    private CallScriptParser(String file) {
        this.file = file;
    }

    /// @param file the script's name, relative to the project
    public static ParsedScript parse(String file, String text) {
        var parser = new CallScriptParser(file);
        if (text.length() > MAX_LENGTH) {
            parser.problem(1, 0, "the script is longer than the " + MAX_LENGTH + " characters allowed; split it");
        } else {
            parser.read(text);
        }
        return new ParsedScript(new CallScript(file, parser.lines), parser.problems);
    }

    private void read(String text) {
        List<String> all = text.lines().toList();
        for (int i = 0; i < all.size() && problems.size() < MOST_PROBLEMS; i++) {
            String line = i == 0 && all.get(0).startsWith("\uFEFF") ? all.get(0).substring(1) : all.get(i);
            int comment = commentAt(line);
            try {
                lines.add(new CallScript.Line(i + 1, statement(comment < 0 ? line : line.substring(0, comment)),
                        comment < 0 ? null : line.substring(comment + 1).strip()));
            } catch (ScriptFault fault) {
                problem(i + 1, fault.column, fault.explanation);
            }
        }
    }

    private void problem(int line, int column, String explanation) {
        String sentence = explanation.substring(0, 1).toUpperCase(Locale.ROOT) + explanation.substring(1);
        problems.add(Problem.error(PROBLEM, JsonPointer.ROOT, sentence).withFile(file)
                .withPosition(new Position(line, column + 1)));
    }

    /// Where a comment begins: at the start of a line, or behind two blanks, since `#` is a telephone key, too.
    private static int commentAt(String line) {
        boolean quoted = false;
        int blanks = 2;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '#' && !quoted && blanks >= 2) {
                return i;
            }
            blanks = c == ' ' ? blanks + 1 : c == '\t' ? blanks + 2 : 0;
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            }
        }
        return -1;
    }

    private Statement statement(String text) throws ScriptFault {
        var line = new LineCursor(text.stripTrailing());
        if (line.atEnd()) {
            return new Statement.Nothing();
        }
        int at = line.column();
        String keyword = line.word("");
        Statement statement = switch (keyword) {
            case "flow" -> flow(line, at);
            case "caller" -> new Statement.CallerNumber(line.word("the caller's number"));
            case "called" -> new Statement.CalledNumber(line.word("the number that was dialled"));
            case "at" -> at(line);
            case "language" -> new Statement.Language(line.word("the language, such as de or pt-BR,"));
            case "channel" -> channel(line);
            case "seed" -> seed(line);
            case "stub" -> new Statement.Prepared(new StubParser(line).parse());
            case "hear" -> new Statement.Hear(ExpectationParser.match(line));
            case "press" -> press(line);
            case "wait" -> waiting(line);
            case "hang" -> hangUp(line);
            case "expect" -> new Statement.Expect(new ExpectationParser(line).parse());
            default -> throw new ScriptFault(at, "\"" + LineCursor.shortened(keyword) + "\" begins no line of a script"
                    + DidYouMean.hint(keyword, KEYWORDS) + "; there are " + String.join(", ", KEYWORDS));
        };
        line.end();
        checkPlace(statement, at);
        return statement;
    }

    private void checkPlace(Statement statement, int at) throws ScriptFault {
        if (statement instanceof Statement.Setting && stepsBegan) {
            throw new ScriptFault(at,
                    "what is so from the beginning stands before the first hear, press, wait, hang up "
                            + "or expect; move this line up");
        }
        if (statement instanceof Statement.Action && hungUp) {
            throw new ScriptFault(at, "the caller has hung up already; only expect may follow");
        }
        stepsBegan |= statement instanceof Statement.Step;
        hungUp |= statement instanceof Statement.HangUp;
    }

    private Statement flow(LineCursor line, int at) throws ScriptFault {
        if (flowNamed) {
            throw new ScriptFault(at, "the flow is named twice; one flow answers a call");
        }
        flowNamed = true;
        return new Statement.Flow(line.word("the flow's name"));
    }

    private static Statement at(LineCursor line) throws ScriptFault {
        int start = line.column();
        String date = line.word("the date, such as 2026-03-02,");
        String time = line.word("the time of day, such as 10:00,");
        String zone = line.atEnd() ? "UTC" : line.word("the time zone");
        try {
            return new Statement.At(ZonedDateTime.of(LocalDate.parse(date), LocalTime.parse(time), ZoneId.of(zone)));
        } catch (DateTimeException e) {
            throw new ScriptFault(start, "the call's start is written like 2026-03-02 10:00 Europe/Berlin: "
                    + e.getMessage());
        }
    }

    private static Statement channel(LineCursor line) throws ScriptFault {
        int at = line.column();
        String name = line.upTo("=");
        if (name == null || name.isEmpty()) {
            throw new ScriptFault(at, "a channel variable is written like tier = \"gold\"");
        }
        return new Statement.Channel(name, line.quoted("the variable's value"));
    }

    private static Statement seed(LineCursor line) throws ScriptFault {
        int at = line.column();
        String word = line.word("the seed, a whole number,");
        try {
            return new Statement.Seed(Long.parseLong(word));
        } catch (NumberFormatException _) {
            throw new ScriptFault(at, "the seed is a whole number, not \"" + LineCursor.shortened(word) + "\"");
        }
    }

    private static Statement press(LineCursor line) throws ScriptFault {
        int start = line.column();
        String keys = line.rest();
        if (keys.isEmpty()) {
            throw new ScriptFault(start, "the keys are missing, such as 1 or 1234#");
        }
        for (int i = 0; i < keys.length(); i++) {
            if (keys.charAt(i) != ' ' && !Keys.isKey(keys.charAt(i))) {
                throw new ScriptFault(start + i, "\"" + keys.charAt(i) + "\" is no telephone key; there are "
                        + Keys.EVERY + ", and a blank for a pause of a second");
            }
        }
        return new Statement.Press(keys);
    }

    private static Statement waiting(LineCursor line) throws ScriptFault {
        int at = line.column();
        long ms = StubParser.duration(line, "how long to wait, such as 2s,");
        if (ms == 0) {
            throw new ScriptFault(at, "a wait takes time; write one of 1ms or more");
        }
        return new Statement.Wait(ms);
    }

    private static Statement hangUp(LineCursor line) throws ScriptFault {
        if (!line.takes("up")) {
            throw line.fault("write \"hang up\"");
        }
        return new Statement.HangUp();
    }
}
