package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Locale;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.call.Operation.RecordingAction;
import org.ivrea.engine.expression.Template;
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
import org.ivrea.flow.json.JsonPointer;

@NodeInfo(name = "callRecording", label = "Call recording", group = NodeGroup.CONNECT, icon = "disc", media = true, modules = "mod_sndfile", help = "Records the whole call from here on, pauses that, or ends it.")
public record CallRecording(
        @Field(label = "Action", help = "pause and resume leave a part out; mask and unmask put silence in its place,"
                + " so that the recording keeps the call's length, as rules for card numbers ask.", def = "\"start\"") RecordingAction action,
        @Field(label = "Name", help = "Of the file. " + RecordingName.HELP + " For all but start, left out: every"
                + " recording that runs.", optional = true, max = 500) Template name,
        @Field(label = "Stereo", help = "Starting: the caller on one channel, everybody else on the other.", def = "true") boolean stereo,
        @Field(label = "Name goes to", help = "Starting: variable that receives the recording's name.", optional = true, advanced = true) VariableTarget variable)
        implements
            Node {

    private static final List<Exit> EXITS = List.of(Exit.NEXT);

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(CallRecording.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return EXITS;
    }

    @Override
    public Next run(NodeRun run) {
        boolean starts = action == RecordingAction.START;
        String file = starts || !name.isEmpty() ? RecordingName.of(name, run) : "";
        run.perform(new Operation.ControlRecording(action, file, stereo));
        if (starts) {
            run.set(variable, file);
        }
        return Exit.NEXT;
    }

    @Override
    public void check(NodeCheck check) {
        JsonPointer at = check.pointer();
        RecordingName.check(check, at.child("name"), name);
        if (action != RecordingAction.START && !variable.isNone()) {
            check.error("variable-never-set", at.child("variable"), "Only starting a recording gives its name; remove"
                    + " the variable");
        }
    }

    @Override
    public String summary() {
        return Summary.of(action.name().toLowerCase(Locale.ROOT), name.source());
    }
}
