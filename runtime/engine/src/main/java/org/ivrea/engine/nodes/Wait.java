package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.util.List;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.Field;
import org.ivrea.engine.node.Next;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.engine.node.NodeInfo;
import org.ivrea.engine.node.NodeRun;
import org.ivrea.engine.node.NodeType;
import org.ivrea.engine.node.VariableTarget;

@NodeInfo(name = "wait", label = "Wait", group = NodeGroup.TALK, icon = "pause-circle", media = true, waits = true, help = "Waits in silence.")
public record Wait(
        @Field(label = "Time", def = "1000", min = 1, max = 3_600_000, unit = Field.Unit.MILLISECONDS) int ms,
        @Field(label = "Interrupting keys", help = "Keys that end it and lead to the exit interrupted.", text = Field.TextKind.KEYS, optional = true) String interruptKeys,
        @Field(label = "Key goes to", help = "Variable that receives the key that ended it.", optional = true, setOn = "interrupted", advanced = true) VariableTarget variable)
        implements
            Node {

    static final Exit NEXT = new Exit("next", "The time is over.");
    static final Exit INTERRUPTED = new Exit("interrupted", "A key ended it.");

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(Wait.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return interruptKeys.isEmpty() ? List.of(NEXT) : List.of(NEXT, INTERRUPTED);
    }

    @Override
    public Next run(NodeRun run) {
        Operation.PlayResult waited = run.perform(new Operation.Sleep(ms, new Keys(interruptKeys)));
        if (waited.interruptedBy() == null) {
            return NEXT;
        }
        run.set(variable, waited.interruptedBy().toString());
        run.because("the caller pressed " + waited.interruptedBy());
        return INTERRUPTED;
    }

    @Override
    public String summary() {
        return Summary.time(ms);
    }
}
