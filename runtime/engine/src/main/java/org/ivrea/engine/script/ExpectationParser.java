package org.ivrea.engine.script;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.pattern.BoundedPattern;
import org.ivrea.flow.problem.DidYouMean;

/// Reads what stands behind `expect`. What begins with none of its words is a CEL expression.
final class ExpectationParser {
    private static final List<String> SIDES = List.of("caller", "flow", "transfer", "system");
    private static final Set<String> WORDS = Set.of("heard", "exit", "path", "cause", "ended", "http", "log", "tag");
    private static final String OPERATORS = "=!<>+-*%?&|([.";

    private final LineCursor line;

    ExpectationParser(LineCursor line) {
        this.line = line;
    }

    Expectation parse() throws ScriptFault {
        if (line.atEnd()) {
            throw line.fault("what is expected is missing, such as heard \"…\", exit menu.sales or balance == 12.5");
        }
        int at = line.column();
        if (line.takes("not")) {
            Expectation expectation = positive();
            if (expectation instanceof Expectation.Holds) {
                throw new ScriptFault(at, "\"not\" goes with heard, exit, path, cause, ended, http, log and tag; in an "
                        + "expression write !(…)");
            }
            return new Expectation.Not(expectation);
        }
        return positive();
    }

    private Expectation positive() throws ScriptFault {
        String word = line.peekWord();
        if (!WORDS.contains(word)) {
            return new Expectation.Holds(line.rest());
        }
        int start = line.mark();
        line.takes(word);
        if (!line.atEnd() && OPERATORS.indexOf(line.peek()) >= 0) {
            // A variable of that name: "exit == 3".
            line.backTo(start);
            return new Expectation.Holds(line.rest());
        }
        return switch (word) {
            case "heard" -> new Expectation.Heard(match(line));
            case "exit" -> exit();
            case "path" -> path();
            case "cause" -> new Expectation.Cause(line.word("the hangup cause, such as NORMAL_CLEARING,"));
            case "ended" -> endedBy();
            case "http" -> requested();
            case "log" -> new Expectation.Logged(line.quoted("the text of the log"));
            case "tag" -> new Expectation.Tagged(line.word("the tag"));
            default -> throw new IllegalArgumentException(word);
        };
    }

    /// A text in quotes or a pattern between slashes.
    static TextMatch match(LineCursor line) throws ScriptFault {
        int at = line.column();
        if (line.peek() == '/') {
            String regex = line.slashed();
            try {
                BoundedPattern.compile(regex, Pattern.CASE_INSENSITIVE);
            } catch (PatternSyntaxException e) {
                throw new ScriptFault(at, "the pattern cannot be read: " + e.getDescription() + " \"" + e.getPattern()
                        + "\"");
            }
            return new TextMatch.Pattern(regex);
        }
        String text = line.quoted("the text (or, between slashes, the pattern)");
        if (SpokenText.fold(text).isEmpty()) {
            throw new ScriptFault(at, "the text has no letter or digit that could be heard; write some words");
        }
        return new TextMatch.Words(text);
    }

    private Expectation exit() throws ScriptFault {
        int at = line.column();
        String name = line.word("the exit, such as menu.sales,");
        int slash = name.indexOf('/');
        int dot = name.indexOf('.', slash + 1);
        if (dot <= slash + 1 || dot == name.length() - 1 || slash == 0) {
            throw new ScriptFault(at,
                    "an exit is written NODE.EXIT or FLOW/NODE.EXIT, such as menu.sales, not \"" + name
                            + "\"");
        }
        return new Expectation.ExitTaken(slash < 0 ? null : name.substring(0, slash), name.substring(slash + 1, dot),
                name.substring(dot + 1));
    }

    private Expectation path() throws ScriptFault {
        int at = line.column();
        List<String> nodes = new ArrayList<>();
        for (String item : line.rest().replace("...", Expectation.ANY_NODES).replace(Expectation.ANY_NODES,
                "," + Expectation.ANY_NODES + ",").split(",")) {
            String node = item.strip();
            if (node.isEmpty()) {
                continue;
            }
            if (node.indexOf(' ') >= 0) {
                throw new ScriptFault(at, "the nodes of a path are parted by commas, unlike \"" + node + "\"");
            }
            nodes.add(node);
        }
        if (nodes.isEmpty()) {
            throw new ScriptFault(at, "the path is missing; write node ids with commas between, and … for any nodes");
        }
        return new Expectation.Path(nodes);
    }

    private Expectation endedBy() throws ScriptFault {
        if (!line.takes("by")) {
            throw line.fault("write \"expect ended by\" and one of " + String.join(", ", SIDES));
        }
        int at = line.column();
        String side = line.word("who ended the call (" + String.join(", ", SIDES) + ")");
        return new Expectation.EndedBy(switch (side) {
            case "caller" -> CallEnd.Side.CALLER;
            case "flow" -> CallEnd.Side.FLOW;
            case "transfer" -> CallEnd.Side.TRANSFERRED;
            case "system" -> CallEnd.Side.SYSTEM;
            default -> throw new ScriptFault(at, "\"" + side + "\" cannot end a call" + DidYouMean.hint(side, SIDES)
                    + "; there are " + String.join(", ", SIDES));
        });
    }

    private Expectation requested() throws ScriptFault {
        String service = line.word("the service");
        String method = line.word("the method, such as GET,").toUpperCase(Locale.ROOT);
        String path = line.word("the path, such as /accounts/*,");
        String body = line.takes("with") ? line.quoted("what the body holds") : null;
        return new Expectation.Requested(service, method, path, body);
    }
}
