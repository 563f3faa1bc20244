package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import org.ivrea.engine.expression.Expression;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.Field;
import org.ivrea.engine.node.FlowEntry;
import org.ivrea.engine.node.FlowRef;
import org.ivrea.engine.node.Next;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.engine.node.NodeInfo;
import org.ivrea.engine.node.NodeRun;
import org.ivrea.engine.node.NodeType;

@NodeInfo(name = "goto", label = "Go to flow", group = NodeGroup.STRUCTURE, icon = "external-link", help = "Leaves this flow for another one and does not come back.")
public record GoToFlow(
        @Field(label = "Flow") FlowRef flow,
        @Field(label = "Inputs", help = "Values for the inputs that the flow declares, by their name.") Map<String, Expression> inputs)
        implements
            Node,
            FlowEntry {

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(GoToFlow.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return List.of();
    }

    @Override
    public Next run(NodeRun run) {
        return new Next.GoTo(flow, Evaluated.of(inputs, run));
    }

    @Override
    public String summary() {
        return flow.name();
    }
}
