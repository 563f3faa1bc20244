package org.ivrea.flow.codec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.Handlers;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.document.NodeId;
import org.ivrea.flow.document.VariableDeclaration;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.DidYouMean;
import org.ivrea.flow.problem.Fix;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Finds what a document may say but must not mean: names that break their rules, and members nobody knows, which
/// are mostly misspelt ones. Exits and field values are checked elsewhere, by those who know the node types.
public final class FlowCheck {
    private static final Pattern VARIABLE_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");

    private final FlowDocument flow;
    private final NodeShapes shapes;
    private final Consumer<Problem> problems;

    private FlowCheck(FlowDocument flow, NodeShapes shapes, Consumer<Problem> problems) {
        this.flow = flow;
        this.shapes = shapes;
        this.problems = problems;
    }

    /// The problems, without file and position.
    public static List<Problem> check(FlowDocument flow, NodeShapes shapes) {
        List<Problem> problems = new ArrayList<>();
        check(flow, shapes, problems::add);
        return problems;
    }

    /// Hands each problem on at once: a hostile file may have a million.
    static void check(FlowDocument flow, NodeShapes shapes, Consumer<Problem> problems) {
        var check = new FlowCheck(flow, shapes, problems);
        check.unknownMembers(flow.extra().keySet(), FlowDocument.KNOWN, JsonPointer.ROOT);
        check.variables("inputs", flow.inputs());
        check.variables("outputs", flow.outputs());
        check.variables("variables", flow.variables());
        check.exitNames();
        flow.nodes().forEach(check::node);
        check.unknownMembers(flow.handlers().extra().keySet(), Handlers.KNOWN, JsonPointer.ROOT.child("handlers"));
        check.layout();
    }

    private void unknownMembers(Collection<String> unknown, Collection<String> known, JsonPointer around) {
        for (String name : unknown) {
            problems.accept(unknownMember(name, known, around));
        }
    }

    private static Problem unknownMember(String name, Collection<String> known, JsonPointer around) {
        String hint = DidYouMean.hint(name, known);
        return Problem.warning(ProblemCodes.MEMBER_UNKNOWN, around.child(name), "Unknown member \"" + name + "\""
                + (hint.isEmpty() ? "; it is kept, but has no effect" : hint));
    }

    private void variables(String member, Map<String, VariableDeclaration> variables) {
        variables.forEach((name, variable) -> {
            JsonPointer pointer = JsonPointer.ROOT.child(member).child(name);
            if (!VARIABLE_NAME.matcher(name).matches()) {
                problems.accept(Problem.error(ProblemCodes.VARIABLE_NAME, pointer, "\"" + name
                        + "\" cannot be a variable's name; use 1 to 64 letters, digits and '_', not beginning with "
                        + "a digit"));
            }
            if (!VariableDeclaration.TYPES.contains(variable.type())) {
                problems.accept(Problem.error(ProblemCodes.VARIABLE_TYPE, pointer.child("type"), "Unknown type \""
                        + variable.type() + "\"; use one of " + String.join(", ", VariableDeclaration.TYPES)));
            }
            unknownMembers(variable.extra().keySet(), VariableDeclaration.KNOWN, pointer);
        });
    }

    private void exitNames() {
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < flow.exits().size(); index++) {
            String exit = flow.exits().get(index);
            JsonPointer pointer = JsonPointer.ROOT.child("exits").child(index);
            if (exit.isBlank()) {
                problems.accept(Problem.error(ProblemCodes.EXIT_NAME, pointer, "An exit needs a name"));
            } else if (!seen.add(exit)) {
                problems.accept(Problem.error(ProblemCodes.EXIT_NAME, pointer,
                        "The exit \"" + exit + "\" is listed twice; remove one"));
            }
        }
    }

    private void node(String id, NodeDocument node) {
        JsonPointer pointer = JsonPointer.ROOT.child("nodes").child(id);
        if (!NodeId.isValid(id)) {
            problems.accept(invalidId(id, pointer));
        }
        if (node.exits().containsKey("")) {
            problems.accept(Problem.error(ProblemCodes.EXIT_NAME, pointer.child("exits").child(""),
                    "An exit needs a name").withNode(id));
        }
        Shape shape = shapes.shape(node.type());
        if (shape != null) {
            fields(id, node.fields(), shape, pointer, true);
        }
    }

    private Problem invalidId(String id, JsonPointer pointer) {
        String better = flow.unusedId(id);
        return Problem.error(ProblemCodes.NODE_ID, pointer,
                "\"" + id + "\" cannot be a node's id, which is " + NodeId.RULE + "; rename it to \"" + better + "\"")
                .withNode(id)
                .withFix(new Fix("Rename to \"" + better + "\"",
                        document -> document.withRenamedNode(id, document.unusedId(id))));
    }

    private void fields(String id, Map<String, Json> members, Shape shape, JsonPointer pointer, boolean ofNode) {
        members.forEach((name, value) -> {
            FieldShape field = shape.field(name);
            if (field == null) {
                Problem problem = unknownMember(name, shape.names(), pointer).withNode(id);
                problems.accept(ofNode ? problem.withFix(respelling(id, name, members, shape)) : problem);
            } else if (field.nested() != null) {
                nested(id, value, field.nested(), pointer.child(name));
            }
        });
    }

    private void nested(String id, Json value, Shape shape, JsonPointer pointer) {
        switch (value) {
            case Json.Obj(var members) -> fields(id, members, shape, pointer, false);
            case Json.Arr(var items) -> {
                for (int index = 0; index < items.size(); index++) {
                    nested(id, items.get(index), shape, pointer.child(index));
                }
            }
            default -> {
                // Not an object: whoever reads the field says so.
            }
        }
    }

    private static @Nullable Fix respelling(String id, String name, Map<String, Json> members, Shape shape) {
        String meant = DidYouMean.closest(name, shape.names());
        if (meant == null || members.containsKey(meant)) {
            return null;
        }
        return new Fix("Rename to \"" + meant + "\"", flow -> flow.withNode(id, node -> {
            Json value = node.field(name);
            return value == null ? node : node.withField(name, null).withField(meant, value);
        }));
    }

    private void layout() {
        for (String id : flow.layout().keySet()) {
            if (!flow.nodes().containsKey(id)) {
                problems.accept(Problem.info(ProblemCodes.LAYOUT_STALE, JsonPointer.ROOT.child("layout").child(id),
                        "The layout places \"" + id + "\", but there is no such node; remove the entry")
                        .withFix(new Fix("Remove the entry", document -> document.withoutLayout(id))));
            }
        }
    }
}
