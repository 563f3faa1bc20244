package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.util.List;
import org.ivrea.engine.expression.Expression;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.Field;
import org.ivrea.engine.node.Next;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.engine.node.NodeInfo;
import org.ivrea.engine.node.NodeRun;
import org.ivrea.engine.node.NodeType;
import org.ivrea.engine.node.VariableTarget;

@NodeInfo(name = "set", label = "Set variables", group = NodeGroup.DECIDE, icon = "edit-3", help = "Computes values and puts them into variables.")
public record SetVariables(
        @Field(label = "Assignments", help = "Done in this order; each one sees the values set before it.", min = 1, max = 200) List<Assignment> assignments)
        implements
            Node {

    private static final List<Exit> EXITS = List.of(Exit.NEXT);

    /// One variable and what it becomes.
    public record Assignment(
            @Field(label = "Variable") VariableTarget variable,
            @Field(label = "Value", help = "Expression; text stands in quotes.") Expression value) {}

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(SetVariables.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return EXITS;
    }

    @Override
    public Next run(NodeRun run) {
        for (int i = 0; i < assignments.size(); i++) {
            Assignment assignment = assignments.get(i);
            run.set(assignment.variable(), assignment.value().evaluate(run.variables()));
        }
        return Exit.NEXT;
    }

    @Override
    public String summary() {
        return assignments.isEmpty()
                ? ""
                : Summary.of(Summary.shortened(assignments.getFirst().variable().name() + " = "
                        + assignments.getFirst().value().source()), assignments.size() == 1
                                ? ""
                                : assignments.size() - 1 + " more");
    }
}
