package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import org.ivrea.engine.expression.Expression;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.Field;
import org.ivrea.engine.node.FlowReturn;
import org.ivrea.engine.node.Next;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.engine.node.NodeInfo;
import org.ivrea.engine.node.NodeRun;
import org.ivrea.engine.node.NodeType;

@NodeInfo(name = "return", label = "Return", group = NodeGroup.STRUCTURE, icon = "corner-up-left", help = "Ends this flow; the flow that called it goes on at the exit. Without a caller the call ends.")
public record ReturnFromFlow(
        @Field(label = "Exit", help = "One of the exits that the flow declares.", def = "\"done\"", text = Field.TextKind.EXIT) String exit,
        @Field(label = "Outputs", help = "Values of the flow's outputs, by name, in place of what their variables hold.") Map<String, Expression> outputs)
        implements
            Node,
            FlowReturn {

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(ReturnFromFlow.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return List.of();
    }

    @Override
    public Next run(NodeRun run) {
        return new Next.Return(exit, Evaluated.of(outputs, run));
    }

    @Override
    public String summary() {
        return exit;
    }
}
