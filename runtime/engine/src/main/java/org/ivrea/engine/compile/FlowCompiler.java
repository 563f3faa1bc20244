package org.ivrea.engine.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ivrea.engine.expression.CelScope;
import org.ivrea.engine.expression.EvaluationFailure;
import org.ivrea.engine.expression.Scope;
import org.ivrea.engine.expression.ValueSize;
import org.ivrea.engine.expression.ValueType;
import org.ivrea.engine.expression.Values;
import org.ivrea.engine.expression.VariableSpec;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.document.VariableDeclaration;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.DidYouMean;
import org.ivrea.flow.problem.Fix;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.ProjectFolder;
import org.jspecify.annotations.Nullable;

/// Compiles one flow.
final class FlowCompiler {
    private static final JsonPointer NODES = JsonPointer.ROOT.child("nodes");
    /// Looking for a name that is meant takes time linear in the size of the flow.
    private static final int MOST_HINTS = 100;

    private final String name;
    private final String file;
    private final FlowDocument document;
    private final NodeRegistry registry;
    private final List<Problem> problems;
    private final @Nullable CompiledFlow before;
    private final Map<String, Integer> ids;
    /// Those of them to which exits may lead.
    private final Map<String, Integer> running;
    private boolean faulty;
    private int hints;

    /// @param before an earlier state of the flow, whose unchanged nodes are taken over; `null` for none
    FlowCompiler(String name, FlowDocument document, NodeRegistry registry, List<Problem> problems,
            @Nullable CompiledFlow before) {
        this.name = name;
        this.file = fileOf(name);
        this.document = document;
        this.registry = registry;
        this.problems = problems;
        this.before = before;
        this.ids = HashMap.newHashMap(document.nodes().size());
        this.running = HashMap.newHashMap(document.nodes().size());
    }

    static String fileOf(String flow) {
        return ProjectFolder.FLOWS + "/" + flow + ProjectFolder.FLOW_SUFFIX;
    }

    CompiledFlow compile() {
        document.nodes().forEach((id, node) -> {
            if (!node.isAnnotation()) {
                running.put(id, ids.size());
            }
            ids.put(id, ids.size());
        });
        Map<String, VariableSpec> variables = new LinkedHashMap<>();
        Map<String, Object> initial = new LinkedHashMap<>();
        declare("inputs", document.inputs(), variables, initial);
        declare("outputs", document.outputs(), variables, initial);
        declare("variables", document.variables(), variables, initial);
        // Which variables receive a secret shows when the nodes are decoded, but must be known to decode them: an
        // earlier state of the flow knows best.
        CompiledFlow known = before != null && haveSameTypes(variables, before.variables()) ? before : null;
        Map<String, VariableSpec> assumed = known == null ? Map.copyOf(variables) : known.variables();
        Scope scope = known == null ? CelScope.of(assumed) : known.scope();
        Map<String, DecodedNode> decoded = new NodeDecoding(registry, scope, known).decode(document);
        Secrecy.spread(variables, decoded.values()).forEach(
                secret -> variables.computeIfPresent(secret, (_, spec) -> new VariableSpec(spec.type(), true)));
        if (!variables.equals(assumed)) {
            scope = CelScope.of(variables);
            decoded = new NodeDecoding(registry, scope, null).decode(document);
        }
        List<CompiledNode> nodes = link(decoded);
        int start = entryPoint("start", document.start(), JsonPointer.ROOT.child("start"));
        JsonPointer handlers = JsonPointer.ROOT.child("handlers");
        int hangup = entryPoint("hang-up handler", document.handlers().hangup(), handlers.child("hangup"));
        int error = entryPoint("error handler", document.handlers().error(), handlers.child("error"));
        if (document.start() == null) {
            report(Problem.error("start-missing", JsonPointer.ROOT,
                    "The flow has no start: set \"start\" to the node at which calls begin"));
        }
        return new CompiledFlow(name, document, scope, Map.copyOf(variables), Map.copyOf(initial), nodes,
                Map.copyOf(ids), start, hangup, error, !faulty);
    }

    private static boolean haveSameTypes(Map<String, VariableSpec> some, Map<String, VariableSpec> others) {
        return some.size() == others.size() && some.entrySet().stream().allMatch(variable -> {
            VariableSpec other = others.get(variable.getKey());
            return other != null && other.type() == variable.getValue().type();
        });
    }

    private void declare(String member, Map<String, VariableDeclaration> declarations,
            Map<String, VariableSpec> variables, Map<String, Object> initial) {
        declarations.forEach((variable, declaration) -> {
            JsonPointer at = JsonPointer.ROOT.child(member).child(variable);
            if (!VariableDeclaration.TYPES.contains(declaration.type())) {
                faulty = true; // reading the file reported it
                variables.put(variable, new VariableSpec(ValueType.ANY, declaration.secret()));
                return;
            }
            var spec = new VariableSpec(ValueType.of(declaration.type()), declaration.secret());
            if (variables.putIfAbsent(variable, spec) != null) {
                report(Problem.error("variable-twice", at, "\"" + variable
                        + "\" is declared twice among inputs, outputs and variables; rename or remove one"));
            }
            if (declaration.initial() != null && declaration.initial() != Json.NULL) {
                initial(variable, spec, declaration.initial(), at.child("initial"), initial);
            }
        });
    }

    private void initial(String variable, VariableSpec spec, Json json, JsonPointer at, Map<String, Object> initial) {
        try {
            Object value = Values.coerce(Values.fromJson(json), spec.type());
            ValueSize.check(value);
            initial.put(variable, value);
        } catch (IllegalArgumentException | EvaluationFailure e) {
            report(Problem.error("variable-initial", at,
                    "The initial value of \"" + variable + "\" does not fit: " + e.getMessage()));
        }
    }

    private List<CompiledNode> link(Map<String, DecodedNode> decoded) {
        List<CompiledNode> nodes = new ArrayList<>(ids.size());
        document.nodes().forEach((id, node) -> {
            DecodedNode made = decoded.get(id);
            if (made == null) {
                report(NodeDecoding.unknownType(id, node, registry));
            } else {
                made.problems().forEach(this::report);
            }
            checkTargets(id, node);
            nodes.add(new CompiledNode(nodes.size(), id, node, made, this::target));
        });
        return List.copyOf(nodes);
    }

    private void checkTargets(String id, NodeDocument node) {
        node.exits().forEach((exit, target) -> {
            String to = target.nodeId();
            if (to != null && !running.containsKey(to)) {
                report(dangling("The exit \"" + exit + "\" leads", to, NODES.child(id).child("exits").child(exit))
                        .withNode(id)
                        .withFix(new Fix("Unwire the exit", flow -> flow.withExit(id, exit, null))));
            }
        });
    }

    private int target(NodeDocument node, String exit) {
        String to = node.target(exit);
        return to == null ? CompiledNode.NOWHERE : running.getOrDefault(to, CompiledNode.NOWHERE);
    }

    private int entryPoint(String what, @Nullable String id, JsonPointer at) {
        if (id == null) {
            return CompiledNode.NOWHERE;
        }
        if (!running.containsKey(id)) {
            report(dangling("The " + what + " is", id, at));
            return CompiledNode.NOWHERE;
        }
        return ids.getOrDefault(id, CompiledNode.NOWHERE);
    }

    private Problem dangling(String subject, String target, JsonPointer at) {
        boolean annotation = document.node(target) != null;
        return Problem.error("exit-dangling", at, subject + (subject.endsWith("leads") ? " to \"" : " \"") + target
                + (annotation
                        ? "\", which is only a remark; choose a node that runs"
                        : "\", but there is no such node" + (hints++ < MOST_HINTS
                                ? DidYouMean.hint(target, ids.keySet())
                                : "")));
    }

    private void report(Problem problem) {
        faulty |= problem.isError();
        problems.add(problem.withFile(file));
    }
}
