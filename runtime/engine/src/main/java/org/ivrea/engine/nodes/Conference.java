package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.util.List;
import org.ivrea.engine.call.Operation.ConferenceOutcome;
import org.ivrea.engine.call.Operation.JoinConference;
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
import org.ivrea.flow.json.JsonPointer;

@NodeInfo(name = "conference", label = "Conference", group = NodeGroup.CONNECT, icon = "message-circle", media = true, waits = true, modules = "mod_conference", help = "Puts the caller into a conference, until they leave it or it ends.")
public record Conference(
        @Field(label = "Room", help = "Its name in the project; the server knows its settings, such as music and keys.", resource = "room") String room,
        @Field(label = "Conference number", help = "Where the room is for many conferences: which one, such as"
                + " ${number}. Callers with the same number meet.", optional = true, max = 500) Template number,
        @Field(label = "PIN", help = "Name of the secret with the PIN that the caller has to enter; left out, the room"
                + " decides.", resource = "secret", optional = true) String pin,
        @Field(label = "Member flags", help = "mute: cannot be heard. deaf: hears nothing. moderator: lets the"
                + " conference begin and may control it. waitForModerator: hears music until a moderator comes."
                + " endConference: the conference ends when the last such member leaves. atLeastTwo: it ends when one"
                + " member is left. joinOnly: may not open a new conference. noMusic: silence while alone. passKeys:"
                + " keys reach the other members. ghost: is not counted as a member.", max = 10) List<Flag> flags)
        implements
            Node {

    static final Exit LEFT = new Exit("left", "The caller left, was removed, or the conference ended.");
    static final Exit PIN_FAILED = new Exit("pinFailed", "The caller did not enter the right PIN.");
    static final Exit LOCKED = new Exit("locked", "The conference lets nobody in now.");
    private static final List<Exit> EXITS = List.of(LEFT, PIN_FAILED, LOCKED);

    /// What is special about a member.
    public enum Flag {
        MUTE("mute"), DEAF("deaf"), MODERATOR("moderator"), WAIT_FOR_MODERATOR("wait-mod"), END_CONFERENCE(
                "endconf"), AT_LEAST_TWO(
                        "mintwo"), JOIN_ONLY("join-only"), NO_MUSIC("nomoh"), PASS_KEYS("dist-dtmf"), GHOST("ghost");

        /// The flag's name in FreeSWITCH.
        private final String switchName;

        Flag(String switchName) {
            this.switchName = switchName;
        }
    }

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(Conference.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return EXITS;
    }

    @Override
    public Next run(NodeRun run) {
        ConferenceOutcome outcome = run.perform(new JoinConference(room,
                number.isEmpty() ? null : PhoneNumber.EXTENSION.of(number, run), pin.isEmpty() ? null : pin,
                flags.stream().map(flag -> flag.switchName).toList()));
        return switch (outcome) {
            case LEFT -> LEFT;
            case PIN_FAILED -> PIN_FAILED;
            case LOCKED -> LOCKED;
        };
    }

    @Override
    public void check(NodeCheck check) {
        PhoneNumber.EXTENSION.check(check, check.pointer().child("number"), number);
        JsonPointer at = check.pointer().child("flags");
        for (int i = 0; i < flags.size(); i++) {
            if (flags.indexOf(flags.get(i)) < i) {
                check.warning("flag-twice", at.child(i), "This flag is there twice; remove one");
            }
        }
        if (flags.contains(Flag.MODERATOR) && flags.contains(Flag.WAIT_FOR_MODERATOR)) {
            check.error("flags-conflict", at, "A moderator cannot wait for a moderator; remove one of the flags");
        }
    }

    @Override
    public String summary() {
        return Summary.of(room, number.source(), pin.isEmpty() ? "" : "PIN");
    }
}
