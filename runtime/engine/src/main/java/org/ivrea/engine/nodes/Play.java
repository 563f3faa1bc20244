package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.call.Operation.PlayControl;
import org.ivrea.engine.call.Operation.PlayControls;
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
        @Field(label = "Keep typed digits", help = "Off: keys that were pressed before the prompt are dropped.", def = "true", advanced = true) boolean keepDigits,
        @Field(label = "Control keys", help = "Keys with which callers move about in what plays, as in a mailbox: they"
                + " are neither barge-in nor input. Recordings can be paused, skipped through and made louder or softer;"
                + " a synthetic voice can only be stopped.", optional = true, max = 16, advanced = true) List<ControlKey> controls,
        @Field(label = "Skip", help = "How far back and forward go.", def = "5000", min = 100, max = 600_000, unit = Field.Unit.MILLISECONDS, advanced = true) int skipMs)
        implements
            Node {

    /// A key and what it does.
    public record ControlKey(
            @Field(label = "Key", help = "One telephone key.", text = Field.TextKind.KEYS, max = 1) String key,
            @Field(label = "Does", help = "pause holds on and, pressed again, goes on; restart begins what plays now anew;"
                    + " stop goes on behind the prompt.") PlayControl does) {}

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
        PlayResult played = run.perform(new Operation.Play(audio, bargeIn.keys(bargeInKeys), keepDigits,
                keyControls()));
        if (played.interruptedBy() == null) {
            return NEXT;
        }
        run.set(variable, played.interruptedBy().toString());
        run.because("the caller pressed " + played.interruptedBy());
        return INTERRUPTED;
    }

    private PlayControls keyControls() {
        Map<Character, PlayControl> keys = new HashMap<>();
        controls.forEach(control -> keys.putIfAbsent(control.key.charAt(0), control.does));
        return keys.isEmpty() ? PlayControls.NONE : new PlayControls(keys, skipMs);
    }

    @Override
    public void check(NodeCheck check) {
        bargeIn.check(check, bargeInKeys);
        Keys stopping = bargeIn.keys(bargeInKeys);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < controls.size(); i++) {
            String key = controls.get(i).key;
            if (!seen.add(key)) {
                check.error("control-key-twice", check.pointer().child("controls").child(i).child("key"),
                        "The key " + key + " is a control key already; choose another one");
            } else if (bargeIn == BargeIn.SOME_KEYS && stopping.has(key.charAt(0))) {
                check.warning("control-key-interrupts", check.pointer().child("controls").child(i).child("key"),
                        "The key " + key + " is one of barge-in, too: it controls and does not interrupt; take it from"
                                + " one of the two");
            }
        }
    }

    @Override
    public String summary() {
        return Summary.of(Summary.quote(prompt), repeat == 1 ? "" : Summary.count(repeat, "time", "times"));
    }
}
