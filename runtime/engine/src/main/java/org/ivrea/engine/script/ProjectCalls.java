package org.ivrea.engine.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ivrea.engine.call.Call;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.expression.CelScope;
import org.ivrea.engine.expression.Scope;
import org.ivrea.engine.expression.Variables;
import org.ivrea.engine.run.FlowRunner;
import org.ivrea.engine.trace.TraceSink;
import org.jspecify.annotations.Nullable;

/// A project as scripts use it.
public final class ProjectCalls implements RunsCalls {
    private final FlowRunner runner;

    public ProjectCalls(FlowRunner runner) {
        this.runner = runner;
    }

    @Override
    public @Nullable String mainFlow() {
        return runner.project().project().settings().main();
    }

    @Override
    public boolean hasFlow(String flow) {
        return runner.project().flow(flow) != null;
    }

    @Override
    public Scope scope(String flow) {
        CompiledFlow compiled = runner.project().flow(flow);
        return compiled == null ? CelScope.of(Map.of()) : compiled.scope();
    }

    @Override
    public void run(String flow, Call call, TraceSink sink, Consumer<Variables> probe) {
        runner.run(flow, Map.of(), call, sink, probe);
    }

    /// The ways that the project's flows have, by flow: what a full coverage covers.
    public static Map<String, Coverage.FlowWays> ways(CompiledProject project) {
        Map<String, Coverage.FlowWays> ways = new TreeMap<>();
        project.flows().forEach((name, flow) -> ways.put(name, ways(flow)));
        return ways;
    }

    private static Coverage.FlowWays ways(CompiledFlow flow) {
        Map<String, List<String>> exits = new HashMap<>();
        for (CompiledNode node : flow.nodes()) {
            if (node.runs() && !node.document().disabled()) {
                exits.put(node.id(), node.ways());
            }
        }
        List<String> handlers = new ArrayList<>();
        if (flow.hangup() != CompiledNode.NOWHERE) {
            handlers.add("hangup");
        }
        if (flow.error() != CompiledNode.NOWHERE) {
            handlers.add("error");
        }
        return new Coverage.FlowWays(exits, handlers);
    }
}
