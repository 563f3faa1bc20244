package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.call.Operation.PlayResult;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.Field;
import org.ivrea.engine.node.Next;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.NodeCheck;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.engine.node.NodeInfo;
import org.ivrea.engine.node.NodeRun;
import org.ivrea.engine.node.NodeType;
import org.ivrea.engine.node.VariableTarget;
import org.ivrea.engine.prompt.Prompt;

@NodeInfo(name = "play", label = "Play prompt", group = NodeGroup.TALK, icon = "volume-2", media = true, waits = true, help = "Plays recordings, speaks text and says values.")
public record Play(
        @Field(label = "Prompt", help = "What the caller hears.") Prompt prompt,
        @Field(label = "Barge-in", help = "Keys that stop the prompt and lead to the exit interrupted. Other keys are"
                + " kept for the next input.", def = "\"none\"") BargeIn bargeIn,
        @Field(label = "Barge-in keys", help = "With barge-in by some keys: those keys.", text = Field.TextKind.KEYS, optional = true) String bargeInKeys,
        @Field(label = "Key goes to", help = "Variable that receives the key that stopped the prompt.", optional = true, setOn = "interrupted", advanced = true) VariableTarget variable,
        @Field(label = "Repeat", help = "How often it is played.", def = "1", min = 1, max = 100, advanced = true) int repeat,
        @Field(label = "Keep typed digits", help = "Off: keys that were pressed before the prompt are dropped.", def = "true", advanced = true) boolean keepDigits)
        implements
            Node {

    static final Exit NEXT = new Exit("next", "The prompt was played to its end.");
    static final Exit INTERRUPTED = new Exit("interrupted", "A key stopped the prompt.");

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(Play.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return bargeIn == BargeIn.NONE ? List.of(NEXT) : List.of(NEXT, INTERRUPTED);
    }

    @Override
    public Next run(NodeRun run) {
        List<Audio> once = run.audio(prompt);
        List<Audio> audio = new ArrayList<>(once);
        for (int i = 1; i < repeat; i++) {
            audio.addAll(once);
        }
        PlayResult played = run.perform(new Operation.Play(audio, bargeIn.keys(bargeInKeys), keepDigits));
        if (played.interruptedBy() == null) {
            return NEXT;
        }
        run.set(variable, played.interruptedBy().toString());
        run.because("the caller pressed " + played.interruptedBy());
        return INTERRUPTED;
    }

    @Override
    public void check(NodeCheck check) {
        bargeIn.check(check, bargeInKeys);
    }

    @Override
    public String summary() {
        return Summary.of(Summary.quote(prompt), repeat == 1 ? "" : Summary.count(repeat, "time", "times"));
    }
}
