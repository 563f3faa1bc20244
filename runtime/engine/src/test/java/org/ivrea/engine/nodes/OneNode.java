package org.ivrea.engine.nodes;

import java.util.List;
import java.util.Objects;
import org.ivrea.engine.call.Operation.HttpExchange;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.run.Rehearsal;
import org.ivrea.engine.simulation.World;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.flow.problem.Problem;

/// A flow of one node, named `it`, whose exits lead to the call's end.
final class OneNode {
    private static final String VARIABLES = """
            "text": { "type": "string" }, "number": { "type": "number" }, "count": { "type": "int" },
            "flag": { "type": "bool" }, "when": { "type": "time" }, "any": { "type": "any" },
            "pin": { "type": "string", "initial": "4711", "secret": true }""";

    final Rehearsal rehearsal;

    private OneNode(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    /// @param fields of the node with its type, as JSON members
    static OneNode of(String fields) {
        return new OneNode(Rehearsal.of("""
                { "start": "it", "variables": { %s }, "nodes": { "it": { %s } } }""".formatted(VARIABLES, fields)));
    }

    OneNode in(World world) {
        rehearsal.with(world);
        return this;
    }

    /// With a caller who acts; speech then plays as [PlannedCaller#LENGTHS] says.
    OneNode with(PlannedCaller caller) {
        rehearsal.with(PlannedCaller.LENGTHS, caller);
        return this;
    }

    /// Calls, and gives the exit that the node took.
    String exit() {
        rehearsal.call();
        return rehearsal.events(TraceEvent.ExitTaken.class).getFirst().exit();
    }

    /// When the node was left in the last call.
    long endedAtMs() {
        return rehearsal.trace.stream().filter(timed -> timed.event() instanceof TraceEvent.ExitTaken).findFirst()
                .orElseThrow().atMs();
    }

    /// The names of all exits that the node declares.
    List<String> exits() {
        CompiledFlow flow = Objects.requireNonNull(rehearsal.compiled().flow("main"));
        return Objects.requireNonNull(flow.node("it")).exits().stream().map(Exit::name).toList();
    }

    String reason() {
        return rehearsal.events(TraceEvent.ExitTaken.class).getFirst().reason();
    }

    /// The last value of the variable in the last call, as the trace shows it; empty when it was not set.
    String value(String variable) {
        return rehearsal.events(TraceEvent.VariableSet.class).stream().filter(set -> set.name().equals(variable))
                .map(TraceEvent.VariableSet::value).reduce("", (_, last) -> last);
    }

    /// Calls, and gives the code of the error that the node raised.
    String failure() {
        rehearsal.call();
        return rehearsal.events(TraceEvent.ErrorRaised.class).getFirst().code();
    }

    List<HttpExchange> requests() {
        return rehearsal.requests();
    }

    /// Code and place of each problem, such as `hours-half /overrides/0/to`.
    List<String> problems() {
        return rehearsal.compiled().problems().stream().map(OneNode::inShort).toList();
    }

    private static String inShort(Problem problem) {
        return problem.code() + " " + String.valueOf(problem.pointer()).replaceFirst("^/nodes/it", "");
    }
}
