package org.ivrea.designer.simulation;

import java.util.ArrayList;
import java.util.List;
import org.ivrea.engine.script.CallScript;
import org.ivrea.engine.script.CallScriptParser;
import org.ivrea.engine.script.CallScriptWriter;
import org.ivrea.engine.script.ParsedScript;
import org.ivrea.engine.script.Statement;
import org.ivrea.engine.simulation.Answer;
import org.ivrea.engine.simulation.Stub;

/// Stubs and answers as people write them: the way call scripts do.
public final class StubText {
    private static final String STUB = "stub ";
    private static final String ARROW = " -> ";

    private StubText() {}

    /// Stubs that were read.
    ///
    /// @param problem what is wrong with the first line that is none, for people; empty when all are
    /// @param line    of the problem, from 1; 0 for none
    public record Read(List<Stub> stubs, String problem, int line) {
        public boolean isComplete() {
            return problem.isEmpty();
        }
    }

    /// Reads one stub per line, with or without the word `stub` before it. Empty lines and comments are passed over.
    public static Read read(String text) {
        List<Stub> stubs = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String plain = line.strip();
            if (plain.isEmpty() || plain.startsWith("#")) {
                continue;
            }
            ParsedScript parsed = CallScriptParser.parse("stubs", plain.startsWith(STUB) ? plain : STUB + plain);
            if (!parsed.isComplete()) {
                return new Read(stubs, parsed.problems().getFirst().message(), number);
            }
            if (parsed.script().lines().getFirst().statement() instanceof Statement.Prepared(Stub stub)) {
                stubs.add(stub);
            }
        }
        return new Read(stubs, "", 0);
    }

    /// One stub per line, without the word `stub`.
    public static String write(List<Stub> stubs) {
        return CallScriptWriter.write(CallScript.of("stubs", stubs.stream().map(Statement.Prepared::new).toList()))
                .lines().map(line -> line.substring(STUB.length()) + "\n").reduce("", String::concat);
    }

    /// The answer as it stands behind the arrow.
    public static String write(Answer answer) {
        String line = write(List.of(new Stub(WorldKind.of(answer).anything(), answer))).strip();
        int arrow = line.indexOf(ARROW);
        return arrow >= 0 ? line.substring(arrow + ARROW.length()) : line.substring(line.indexOf(' ') + 1);
    }

    /// Reads what stands behind the arrow.
    ///
    /// @throws IllegalArgumentException when it is no answer of the kind, with the reason for people
    public static Answer answer(WorldKind kind, String text) {
        Read read = read(kind.keyword() + " " + kind.anything() + ARROW + text.strip());
        if (!read.isComplete() || read.stubs().size() != 1) {
            throw new IllegalArgumentException(read.isComplete() ? "Write one answer on one line" : read.problem());
        }
        return read.stubs().getFirst().answer();
    }
}
