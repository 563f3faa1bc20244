package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import org.ivrea.engine.expression.Expression;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.Field;
import org.ivrea.engine.node.FlowCall;
import org.ivrea.engine.node.FlowRef;
import org.ivrea.engine.node.Next;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.NodeCheck;
import org.ivrea.engine.node.NodeFailure;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.engine.node.NodeInfo;
import org.ivrea.engine.node.NodeRun;
import org.ivrea.engine.node.NodeType;
import org.ivrea.engine.node.VariableTarget;
import org.ivrea.flow.json.JsonPointer;

@NodeInfo(name = "subflow", label = "Subflow", group = NodeGroup.STRUCTURE, icon = "layers", help = "Runs another flow of the project and goes on by the exit at which it returns.")
public record Subflow(
        @Field(label = "Flow") FlowRef flow,
        @Field(label = "Inputs", help = "Values for the inputs that the flow declares, by their name.") Map<String, Expression> inputs,
        @Field(label = "Outputs", help = "Variables that receive what the flow returns, by the name of its output. When the caller hangs up in it, or it fails, they receive what it had set by then, so that hang-up and error ways can use it.") Map<String, VariableTarget> outputs,
        @Field(label = "Exits", help = "The exits at which the flow returns.", def = "[\"done\"]", min = 1, max = 100, text = Field.TextKind.EXIT) List<String> results)
        implements
            Node,
            FlowCall {

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(Subflow.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return ExitNames.exits(results);
    }

    @Override
    public Next run(NodeRun run) {
        Next.Return returned = run.callFlow(flow, Evaluated.of(inputs, run), outputs);
        if (!results.contains(returned.exit())) {
            throw new NodeFailure("unknown-exit", "The flow \"" + flow.name() + "\" returned at its exit \""
                    + returned.exit() + "\", which the subflow does not have; add it to \"results\"");
        }
        run.because("the flow " + flow.name() + " returned " + returned.exit());
        return Exit.named(returned.exit());
    }

    @Override
    public void check(NodeCheck check) {
        for (int i = 0; i < results.size(); i++) {
            JsonPointer at = check.pointer().child("results").child(i);
            ExitNames.check(check, at, results.get(i));
            ExitNames.checkDistinct(check, at, results.get(i), results.subList(0, i));
        }
    }

    @Override
    public String summary() {
        return flow.name();
    }
}
