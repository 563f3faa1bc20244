package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.util.List;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.Field;
import org.ivrea.engine.node.Next;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.engine.node.NodeInfo;
import org.ivrea.engine.node.NodeRun;
import org.ivrea.engine.node.NodeType;
import org.ivrea.engine.node.VariableTarget;

@NodeInfo(name = "loop", label = "Loop", group = NodeGroup.DECIDE, icon = "repeat", countedExits = "body", help = "Goes through its body some times; the body leads back to it.")
public record Loop(
        @Field(label = "Rounds", help = "How often the body is gone through.", def = "3", min = 1, max = 1_000_000) int max,
        @Field(label = "Round goes to", help = "Variable that receives the number of the round, from 1.", optional = true, setOn = "body") VariableTarget variable)
        implements
            Node {

    static final Exit BODY = new Exit("body", "There is a round to go.");
    static final Exit DONE = new Exit("done", "All rounds are over. The next entry begins with the first round again.");
    private static final List<Exit> EXITS = List.of(BODY, DONE);

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(Loop.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return EXITS;
    }

    @Override
    public Next run(NodeRun run) {
        long round = run.counter() + 1;
        if (round > max) {
            run.counter(0);
            run.because("all rounds are over");
            return DONE;
        }
        run.counter(round);
        run.set(variable, round);
        run.because("a round is left");
        return BODY;
    }

    @Override
    public String summary() {
        return Summary.count(max, "round", "rounds");
    }
}
