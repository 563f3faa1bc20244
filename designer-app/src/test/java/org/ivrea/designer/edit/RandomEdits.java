package org.ivrea.designer.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.ivrea.flow.document.ExitTarget;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.document.VariableDeclaration;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;

/// Anything that a person may do next.
final class RandomEdits {
    static final BoxSizes SIZES = (_, _) -> new BoxSize(200, 100);
    private static final List<String> TYPES = List.of("play", "menu", "hangup", "comment", "group", "decision");

    private final Random random;
    private String clipboard = "";

    RandomEdits(long seed) {
        this.random = new Random(seed);
    }

    Edit next(FlowDocument flow) {
        Point at = new Point(random.nextInt(4000), random.nextInt(4000));
        Set<String> some = some(flow);
        if (flow.nodes().isEmpty() || some.isEmpty()) {
            return Nodes.add(flow, NodeDocument.of(one(TYPES)), at);
        }
        String id = some.iterator().next();
        String other = one(List.copyOf(flow.nodes().keySet()));
        ExitRef exit = new ExitRef(id, one(List.of("next", "sales", "timeout")));
        return switch (random.nextInt(26)) {
            case 0, 1 -> Nodes.add(flow, NodeDocument.of(one(TYPES)).withLabel("Label " + random.nextInt(9)), at);
            case 2 -> Nodes.addWired(flow, NodeDocument.of("play"), at, exit);
            case 3 -> Nodes.delete(flow, new Selection(new TreeSet<>(some), new TreeSet<>(wired(flow))));
            case 4 -> Nodes.deleteJoining(flow, id);
            case 5 -> Nodes.duplicate(flow, some);
            case 6 -> Moves.by(flow, Annotations.withContents(flow, some, SIZES), random.nextInt(-50, 50), 10);
            case 7 -> Moves.nudge(flow, some, random.nextInt(-1, 2), random.nextInt(-1, 2));
            case 8 -> Moves.to(flow, Map.of(id, at));
            case 9 -> Arrange.align(flow, some, SIZES, one(List.of(Alignment.values())));
            case 10 -> Arrange.distribute(flow, some, SIZES, one(List.of(Axis.values())));
            case 11, 12 -> Wires.connect(exit, other);
            case 13 -> Wires.disconnect(wired(flow));
            case 14 -> wired(flow).stream().findFirst().map(edge -> Wires.moveTail(flow, edge, exit))
                    .orElseGet(() -> Wires.connect(exit, id));
            case 15 -> wired(flow).stream().findFirst().map(edge -> Wires.insertNew(flow, edge,
                    NodeDocument.of("play"), "next", at)).orElseGet(() -> Nodes.start(flow, other));
            case 16 -> Fields.set(id, JsonPointer.ROOT.child("timeoutMs"), Json.of(random.nextInt(9000)), "Timeout");
            case 17 -> Fields.set(id, JsonPointer.parse("/choices/0/exit"), Json.of("sales"), "Exit");
            case 18 -> Fields.renameExit(flow, id, JsonPointer.parse("/choices/0/exit"), "exit" + random.nextInt(4));
            case 19 -> Fields.reset(id, JsonPointer.ROOT.child(one(List.of("timeoutMs", "choices"))), "Timeout");
            case 20 -> flow.node("renamed-" + random.nextInt(50)) != null
                    ? Nodes.label(flow, id, "Typed " + random.nextInt(9))
                    : Nodes.rename(flow, id, flow.unusedId("renamed"));
            case 21 -> Nodes.disable(flow, some, random.nextBoolean());
            case 22 -> Annotations.group(flow, some, SIZES, "Group");
            case 23 -> Declarations.declare(one(List.of(Declarations.Scope.values())), "v" + random.nextInt(5),
                    VariableDeclaration.of(one(VariableDeclaration.TYPES)));
            case 24 -> one(List.of(Declarations.exits(List.of("done", "x" + random.nextInt(5))),
                    Declarations.hangupHandler(other), Nodes.note(flow, id, "Note " + random.nextInt(5)),
                    Declarations.name("Name " + random.nextInt(5)), Annotations.ungroup(flow, some)));
            default -> pasted(flow, some, at);
        };
    }

    private Edit pasted(FlowDocument flow, Set<String> some, Point at) {
        if (clipboard.isEmpty() || random.nextBoolean()) {
            clipboard = Clipboard.copy(flow, Selection.ofNodes(some));
            return Clipboard.cut(flow, Selection.ofNodes(some));
        }
        try {
            return Clipboard.paste(flow, clipboard, at);
        } catch (ClipboardFailure e) {
            throw new AssertionError(e);
        }
    }

    private Set<String> some(FlowDocument flow) {
        Set<String> some = new TreeSet<>();
        List<String> ids = List.copyOf(flow.nodes().keySet());
        for (int count = ids.isEmpty() ? 0 : 1 + random.nextInt(4); count > 0; count--) {
            some.add(one(ids));
        }
        return some;
    }

    private List<ExitRef> wired(FlowDocument flow) {
        List<ExitRef> edges = new ArrayList<>();
        new LinkedHashMap<>(flow.nodes()).forEach((id, node) -> {
            for (Map.Entry<String, ExitTarget> exit : node.exits().entrySet()) {
                if (exit.getValue().isWired() && random.nextInt(10) == 0) {
                    edges.add(new ExitRef(id, exit.getKey()));
                }
            }
        });
        return edges;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
