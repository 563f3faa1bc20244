package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.util.List;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.Field;
import org.ivrea.engine.node.Next;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.NodeCheck;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.engine.node.NodeInfo;
import org.ivrea.engine.node.NodeRun;
import org.ivrea.engine.node.NodeType;
import org.ivrea.engine.prompt.Prompt;
import org.ivrea.flow.problem.DidYouMean;

@NodeInfo(name = "hangup", label = "Hang up", group = NodeGroup.CONNECT, icon = "phone-off", help = "Ends the call.")
public record Hangup(
        @Field(label = "Prompt", help = "Played before, to its end.", optional = true) Prompt prompt,
        @Field(label = "Cause", help = "A hangup cause by its FreeSWITCH name, such as NORMAL_CLEARING or USER_BUSY.", def = "\"NORMAL_CLEARING\"") String cause)
        implements
            Node {

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(Hangup.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return List.of();
    }

    @Override
    public Next run(NodeRun run) {
        if (!prompt.isEmpty()) {
            run.perform(new Operation.Play(run.audio(prompt), Keys.NONE, true));
        }
        run.perform(new Operation.Hangup(cause));
        return Next.End.END;
    }

    @Override
    public void check(NodeCheck check) {
        if (!HangupCauses.NAMES.contains(cause)) {
            check.error("unknown-cause", check.pointer().child("cause"), "\"" + cause + "\" is no hangup cause"
                    + DidYouMean.hint(cause, HangupCauses.NAMES));
        }
    }

    @Override
    public String summary() {
        return Summary.of(Summary.quote(prompt), cause);
    }
}
