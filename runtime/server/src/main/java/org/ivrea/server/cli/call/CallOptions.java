package org.ivrea.server.cli.call;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.ivrea.engine.script.CallScript;
import org.ivrea.engine.script.CallScriptParser;
import org.ivrea.engine.script.ParsedScript;
import org.ivrea.engine.script.Statement;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.IoReason;
import org.ivrea.server.cli.console.CliFailure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say what is around a simulated call. They mean what the same lines of a call script mean.
public final class CallOptions {
    @Option(names = "--flow", paramLabel = "NAME", description = "The flow that answers (default: the project's main flow).") private @Nullable String flow;

    @Option(names = "--caller", paramLabel = "NUMBER", description = "The caller's number (default: withheld).") private @Nullable String caller;

    @Option(names = "--called", paramLabel = "NUMBER", description = "The number that was dialled.") private @Nullable String called;

    @Option(names = "--at", paramLabel = "TIME", description = "When the call begins, such as \"2026-03-02 10:00 Europe/Berlin\" (default: now; with --keys, a Monday at 10:00).") private @Nullable String at;

    @Option(names = "--language", paramLabel = "TAG", description = "The call's language (default: the project's first).") private @Nullable String language;

    @Option(names = "--channel", paramLabel = "NAME=VALUE", description = "A channel variable; may be given several times.") private List<String> channel = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "NUMBER", description = "What chance goes by (default: 0).") private @Nullable String seed;

    @Option(names = "--stub", paramLabel = "STUB", description = "What the world answers, as behind \"stub\" in a call script, such as \"dial agents -> busy\"; may be given several times.") private List<String> stubs = new ArrayList<>();

    @Option(names = "--world", paramLabel = "FILE", description = "Take all of this (caller, time, stubs…) from a call script, but not what its caller does. Options given besides come first.") private @Nullable Path world;

    /// Whether no option is given.
    public boolean isEmpty() {
        return flow == null && caller == null && called == null && at == null && language == null && seed == null
                && world == null && channel.isEmpty() && stubs.isEmpty();
    }

    /// The options as the beginning of a call script: the flow, the caller, the stubs…
    ///
    /// @param begin when the call begins where nothing says so; `null` for what call scripts go by
    /// @throws CliFailure when one cannot be understood
    public CallScript settings(@Nullable ZonedDateTime begin) {
        List<Statement> statements = new ArrayList<>();
        add("--flow", "flow ", flow, statements);
        add("--caller", "caller ", caller, statements);
        add("--called", "called ", called, statements);
        add("--at", "at ", at, statements);
        add("--language", "language ", language, statements);
        add("--seed", "seed ", seed, statements);
        channel.forEach(variable -> statements.add(channel(variable)));
        stubs.forEach(stub -> add("--stub", "stub ", stub, statements));
        if (world != null) {
            read(world).forEach(setting -> addUnlessGiven(setting, statements));
        }
        if (begin != null && statements.stream().noneMatch(Statement.At.class::isInstance)) {
            statements.add(new Statement.At(begin));
        }
        return CallScript.of("simulated", statements);
    }

    private static void add(String option, String keyword, @Nullable String value, List<Statement> statements) {
        if (value == null) {
            return;
        }
        String line = keyword + value;
        ParsedScript parsed = CallScriptParser.parse(option, line);
        if (!parsed.isComplete() || line.lines().count() != 1) {
            String why = parsed.isComplete() ? "It must be one line" : parsed.problems().getFirst().message();
            throw new CliFailure(option + " \"" + value + "\" is not understood: " + why);
        }
        statements.add(parsed.script().lines().getFirst().statement());
    }

    private static Statement channel(String variable) {
        int equals = variable.indexOf('=');
        if (equals < 1) {
            throw new CliFailure("--channel \"" + variable + "\" is not understood: write it like tier=gold");
        }
        return new Statement.Channel(variable.substring(0, equals), variable.substring(equals + 1));
    }

    private static List<Statement> read(Path file) {
        ParsedScript parsed = script(file);
        return parsed.script().lines().stream().map(CallScript.Line::statement)
                .filter(Statement.Setting.class::isInstance).toList();
    }

    /// A call script from a file of its own.
    ///
    /// @throws CliFailure when it cannot be read or has errors
    public static ParsedScript script(Path file) {
        try {
            ParsedScript parsed = CallScriptParser.parse(file.toString(),
                    Files.readString(file, StandardCharsets.UTF_8));
            if (!parsed.isComplete()) {
                Problem first = parsed.problems().getFirst();
                throw new CliFailure(first.toString());
            }
            return parsed;
        } catch (IOException e) {
            throw new CliFailure("The call script " + file + " cannot be read: " + IoReason.of(e), e);
        }
    }

    /// Of settings that can be there once, the option's wins; stubs and variables are all kept.
    private static void addUnlessGiven(Statement setting, List<Statement> statements) {
        boolean several = setting instanceof Statement.Prepared || setting instanceof Statement.Channel;
        if (several || statements.stream().noneMatch(given -> given.getClass() == setting.getClass())) {
            statements.add(setting);
        }
    }
}
