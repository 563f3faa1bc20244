package org.ivrea.engine.script;

import java.util.ArrayList;
import java.util.List;
import org.ivrea.engine.simulation.World;
import org.jspecify.annotations.Nullable;

/// A test call: what is around it, what the caller does, and what must come of it.
///
/// @param file  the script's name, relative to the project, such as `tests/balance.call`
/// @param lines all lines, comments included, so that writing it changes nothing
public record CallScript(String file, List<Line> lines) {

    /// The ending of script files.
    public static final String SUFFIX = ".call";

    /// A line of the script.
    ///
    /// @param number  from 1
    /// @param comment without its `#`; `null` for none
    public record Line(int number, Statement statement, @Nullable String comment) {}

    public CallScript {
        lines = List.copyOf(lines);
    }

    /// A script of statements without comments.
    public static CallScript of(String file, List<? extends Statement> statements) {
        var lines = new ArrayList<Line>();
        for (Statement statement : statements) {
            lines.add(new Line(lines.size() + 1, statement, null));
        }
        return new CallScript(file, lines);
    }

    /// The name without folder and ending.
    public String name() {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    /// The flow that answers; `null` for the project's main flow.
    public @Nullable String flow() {
        for (Line line : lines) {
            if (line.statement instanceof Statement.Flow(String name)) {
                return name;
            }
        }
        return null;
    }

    /// What is around the call.
    public World world() {
        World.Builder world = World.builder().callId(name());
        for (Line line : lines) {
            if (line.statement instanceof Statement.Setting setting) {
                apply(setting, world);
            }
        }
        return world.build();
    }

    private static void apply(Statement.Setting setting, World.Builder world) {
        switch (setting) {
            case Statement.Flow _ -> {
            }
            case Statement.CallerNumber caller -> world.caller(caller.number());
            case Statement.CalledNumber called -> world.called(called.number());
            case Statement.At at -> world.start(at.start());
            case Statement.Language language -> world.language(language.tag());
            case Statement.Channel channel -> world.variable(channel.name(), channel.value());
            case Statement.Seed seed -> world.seed(seed.seed());
            case Statement.Prepared prepared -> world.stub(prepared.stub().subject(), prepared.stub().answer());
        }
    }

    /// What happens, in order.
    public List<Line> steps() {
        return lines.stream().filter(line -> line.statement instanceof Statement.Step).toList();
    }

    /// The same call, ended early: for each thing that the caller does, a script in which the caller hangs up in its
    /// place. Expects nothing; what a flow does with a caller who leaves is to be seen in the trace.
    public List<CallScript> hangingUpEverywhere() {
        List<Line> before = new ArrayList<>();
        List<CallScript> scripts = new ArrayList<>();
        for (Line line : lines) {
            if (line.statement instanceof Statement.Action) {
                List<Line> leaving = new ArrayList<>(before);
                leaving.add(new Line(line.number, new Statement.HangUp(), null));
                scripts.add(new CallScript(file, leaving));
            }
            if (!(line.statement instanceof Statement.Expect)) {
                before.add(line);
            }
        }
        return scripts;
    }
}
