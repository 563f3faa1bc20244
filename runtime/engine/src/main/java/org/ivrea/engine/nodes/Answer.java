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

@NodeInfo(name = "answer", label = "Answer", group = NodeGroup.CONNECT, icon = "phone", media = true, help = "Answers the call, or opens the voice path without answering.")
public record Answer(
        @Field(label = "Early media", help = "Opens the voice path without answering: the caller hears prompts and does"
                + " not pay yet.", def = "false") boolean early,
        @Field(label = "Pause", help = "Silence after that, so that the first words are not cut off.", def = "0", min = 0, max = 60_000, unit = Field.Unit.MILLISECONDS) int delayMs)
        implements
            Node {

    private static final List<Exit> EXITS = List.of(Exit.NEXT);

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(Answer.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return EXITS;
    }

    @Override
    public Next run(NodeRun run) {
        run.perform(early ? new Operation.PreAnswer() : new Operation.Answer());
        if (delayMs > 0) {
            run.perform(new Operation.Sleep(delayMs, Keys.NONE));
        }
        return Exit.NEXT;
    }

    @Override
    public String summary() {
        return Summary.of(early ? "early media" : "", delayMs == 0 ? "" : "pause " + Summary.time(delayMs));
    }
}
