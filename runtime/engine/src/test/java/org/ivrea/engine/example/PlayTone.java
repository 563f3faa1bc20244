package org.ivrea.engine.example;

import java.util.List;
import org.ivrea.engine.call.Audio;
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

@NodeInfo(name = "tone", label = "Play tone", group = NodeGroup.TALK, icon = "bell", media = true, waits = true, help = "Plays a tone.")
public record PlayTone(
        @Field(label = "Frequency", def = "440", min = 20, max = 4_000, unit = Field.Unit.HERTZ) int hertz,
        @Field(label = "Length", def = "1000", min = 1, max = 60_000, unit = Field.Unit.MILLISECONDS) int ms)
        implements
            Node {

    private static final List<Exit> EXITS = List.of(Exit.NEXT);

    public static final class Type extends NodeType {
        public Type() {
            super(PlayTone.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return EXITS;
    }

    @Override
    public Next run(NodeRun run) {
        run.perform(new Operation.Play(List.of(new Audio.Tone(hertz, ms)), Keys.NONE, true));
        return Exit.NEXT;
    }

    @Override
    public void check(NodeCheck check) {
        if (hertz > 3_400) {
            check.warning("tone-inaudible", check.pointer().child("hertz"),
                    "A telephone line hardly carries " + hertz + " Hz; choose 300 to 3400");
        }
    }

    @Override
    public String summary() {
        return hertz + " Hz";
    }
}
