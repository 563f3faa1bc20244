package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.util.List;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.call.Operation.VoicemailResult;
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
import org.ivrea.engine.prompt.Prompt;
import org.jspecify.annotations.Nullable;

@NodeInfo(name = "voicemail", label = "Voicemail", group = NodeGroup.CONNECT, icon = "voicemail", media = true, waits = true, modules = "mod_voicemail", help = "Lets the caller leave a message in a mailbox. Most callers hang up after it, which the hang-up exit or handler takes.")
public record LeaveVoicemail(
        @Field(label = "Mailbox", help = "Its name in the project; the server knows which one it is there, or which"
                + " mailboxes the number chooses from.", resource = "mailbox") String mailbox,
        @Field(label = "Box number", help = "Where the mailbox stands for many, such as those of all staff: the number"
                + " of one, such as ${extension}.", optional = true, max = 500) Template number,
        @Field(label = "Greeting", help = "Played in place of the box's own greeting.", optional = true) Prompt greeting,
        @Field(label = "Skip greeting", help = "Plays no greeting at all, only the instructions and the tone.", def = "false") boolean skipGreeting,
        @Field(label = "Skip instructions", help = "Leaves out how to record a message.", def = "false") boolean skipInstructions,
        @Field(label = "Length goes to", help = "Variable that receives the message's length in milliseconds; 0 for"
                + " none.", optional = true, advanced = true) VariableTarget lengthMs)
        implements
            Node {

    static final Exit LEFT = new Exit("left", "A message was left, and the caller is still here.");
    static final Exit NOTHING_LEFT = new Exit("nothingLeft", "The caller left no message, or a too short one.");
    private static final List<Exit> EXITS = List.of(LEFT, NOTHING_LEFT);

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(LeaveVoicemail.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return EXITS;
    }

    @Override
    public Next run(NodeRun run) {
        VoicemailResult result = run.perform(new Operation.LeaveVoicemail(mailbox,
                number.isEmpty() ? null : PhoneNumber.EXTENSION.of(number, run), heard(run), skipInstructions));
        run.set(lengthMs, result.lengthMs());
        return result.left() ? LEFT : NOTHING_LEFT;
    }

    private @Nullable List<Audio> heard(NodeRun run) {
        if (skipGreeting) {
            return List.of();
        }
        return greeting.isEmpty() ? null : run.audio(greeting);
    }

    @Override
    public void check(NodeCheck check) {
        PhoneNumber.EXTENSION.check(check, check.pointer().child("number"), number);
        if (skipGreeting && !greeting.isEmpty()) {
            check.warning("prompt-never-played", check.pointer().child("greeting"), "This greeting is never played, as"
                    + " \"skipGreeting\" is on; remove one of them");
        }
    }

    @Override
    public String summary() {
        return Summary.of(mailbox, number.source(), Summary.quote(greeting));
    }
}
