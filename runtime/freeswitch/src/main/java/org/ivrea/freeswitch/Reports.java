package org.ivrea.freeswitch;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedSet;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.RequiredModules;
import org.ivrea.engine.run.FlowRunner;
import org.ivrea.flow.problem.Problem;
import org.ivrea.freeswitch.bridge.Bridge;
import org.ivrea.freeswitch.bridge.Bridge.LogLevel;
import org.ivrea.freeswitch.flows.LoadedProject;
import org.jspecify.annotations.Nullable;

/// The state of the runtime in words.
final class Reports {
    private final SwitchRuntime runtime;

    Reports(SwitchRuntime runtime) {
        this.runtime = runtime;
    }

    String status() {
        var text = new StringBuilder();
        text.append("flows loaded ").append(runtime.versions().newest().loaded()).append(" from ").append(source())
                .append('\n');
        text.append("flows in calls ").append(runtime.tasks().size()).append('\n');
        long[] counters = runtime.bridge().stats();
        for (Bridge.Stat stat : Bridge.Stat.values()) {
            text.append(stat.name().toLowerCase(Locale.ROOT).replace('_', '-')).append(' ')
                    .append(counters[stat.ordinal()]).append('\n');
        }
        Runtime machine = Runtime.getRuntime();
        text.append("java-heap-bytes ").append(machine.totalMemory() - machine.freeMemory()).append(" of ")
                .append(machine.maxMemory()).append('\n');
        return text.toString();
    }

    private Path source() {
        Path server = runtime.settings().server();
        return server == null ? runtime.settings().flows() : server;
    }

    private static String version(String version) {
        return version.isEmpty() ? "" : " " + version;
    }

    String flows() {
        var text = new StringBuilder();
        for (LoadedProject project : runtime.versions().newest().flows().projects().values()) {
            FlowRunner runner = project.runner();
            if (runner == null) {
                text.append(project.name()).append(" unreadable\n");
            } else {
                String main = runner.project().project().settings().main();
                for (CompiledFlow flow : runner.project().flows().values()) {
                    text.append(project.name()).append('/').append(flow.name())
                            .append(flow.name().equals(main) ? " main" : "")
                            .append(version(project.version().version()))
                            .append(flow.runnable() ? " ok" : " errors").append('\n');
                }
            }
            project.problems().forEach(problem -> text.append("  ").append(problem).append('\n'));
            missing(runner).forEach(module -> text.append("  needs ").append(module)
                    .append(", which the switch has not loaded; load it, or nodes that need it take their error exit\n"));
        }
        return text.isEmpty() ? "No projects in " + source() + "\n" : text.toString();
    }

    private SortedSet<String> missing(@Nullable FlowRunner runner) {
        SortedSet<String> loaded = runner == null ? null : runtime.bridge().modules();
        return runner == null || loaded == null
                ? Collections.emptySortedSet()
                : RequiredModules.missing(RequiredModules.of(runner.project()), loaded);
    }

    String calls() {
        var text = new StringBuilder();
        for (CallTask task : runtime.tasks()) {
            Journey journey = task.journey();
            text.append(task.uuid()).append(' ')
                    .append(journey == null ? "-" : journey.name() + version(journey.version())).append(' ')
                    .append(journey == null || journey.lastNode().isEmpty() ? "-" : journey.lastNode()).append(' ')
                    .append(task.ageMs() / 1_000).append(" s\n");
        }
        return text.isEmpty() ? "No calls\n" : text.toString();
    }

    /// Has the switch's log say what keeps flows from running.
    void logErrors() {
        for (LoadedProject project : runtime.versions().newest().flows().projects().values()) {
            for (Problem problem : project.problems()) {
                runtime.bridge().log(0, LogLevel.ERROR, project.name() + ": " + problem);
            }
        }
    }
}
