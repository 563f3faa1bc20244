package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.stream.Collectors;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.call.Operation.DialOrder;
import org.ivrea.engine.call.Operation.DialOutcome;
import org.ivrea.engine.call.Operation.DialResult;
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
import org.ivrea.flow.json.JsonPointer;

@NodeInfo(name = "dial", label = "Dial", group = NodeGroup.CONNECT, icon = "phone-forwarded", media = true, waits = true, ends = true, help = "Connects the caller with somebody, and goes on when the conversation is over or nobody answers.")
public record Dial(
        @Field(label = "Targets", help = "Whom to call.", min = 1, max = 50) List<Target> targets,
        @Field(label = "Strategy", help = "With several targets: all ring at once and the first to answer wins, or one"
                + " after the other, as listed or in random order.", def = "\"simultaneous\"") DialOrder strategy,
        @Field(label = "Ring timeout", help = "How long it may ring: at all targets at once, or at each one in turn.", def = "30000", min = 1_000, max = 600_000, unit = Field.Unit.MILLISECONDS) int ringMs,
        @Field(label = "Longest talk", help = "After which the parties are parted; 0 for no limit.", def = "7200000", min = 0, max = 86_400_000, unit = Field.Unit.MILLISECONDS, advanced = true) int maxTalkMs,
        @Field(label = "Caller ID", help = "Number shown to the called party; left out, the caller's own.", optional = true, max = 500) Template callerId,
        @Field(label = "While ringing", help = "What the caller hears; left out, the ringing tone.", optional = true) Prompt ringback,
        @Field(label = "Whisper", help = "What the called party hears before being connected.", optional = true, advanced = true) Prompt whisper,
        @Field(label = "Accept key", help = "Key with which the called party accepts the call, so that no voice mailbox"
                + " can; left out, answering is enough.", text = Field.TextKind.KEYS, optional = true, max = 1, advanced = true) String acceptKey,
        @Field(label = "Hang up after", help = "Ends the call when the conversation is over, in place of the exit"
                + " answered.", def = "false") boolean hangUpAfter,
        @Field(label = "Talk time goes to", help = "Variable that receives how long they talked, in milliseconds; 0"
                + " when nobody answered.", optional = true, advanced = true) VariableTarget talkMs,
        @Field(label = "Cause goes to", help = "Variable that receives the hangup cause by its FreeSWITCH name, such as"
                + " USER_BUSY.", optional = true, advanced = true) VariableTarget cause)
        implements
            Node {

    static final Exit ANSWERED = new Exit("answered", "Somebody answered, and the conversation is over.");
    static final Exit BUSY = new Exit("busy", "The called party is busy.");
    static final Exit NO_ANSWER = new Exit("noAnswer", "It rang, but nobody answered in time.");
    static final Exit REJECTED = new Exit("rejected", "The called party declined.");
    static final Exit UNREACHABLE = new Exit("unreachable",
            "No such number, not registered, the gateway is down, or no line is free.");
    static final Exit CANCELLED = new Exit("cancelled",
            "The switch or an operator gave the attempt up while it rang.");
    private static final List<Exit> FAILED = List.of(BUSY, NO_ANSWER, REJECTED, UNREACHABLE, CANCELLED);
    private static final List<Exit> ALL = List.of(ANSWERED, BUSY, NO_ANSWER, REJECTED, UNREACHABLE, CANCELLED);

    /// Somebody to call.
    public record Target(
            @Field(label = "Destination", help = "Its name in the project; the server knows where it is.", resource = "destination", optional = true) String destination,
            @Field(label = "Number", help = "In place of a destination: the number to dial, such as ${extension}.", optional = true, max = 500) Template number,
            @Field(label = "Gateway", help = "Through which the number is dialled; left out, it is a user of the switch"
                    + " itself.", resource = "gateway", optional = true) String gateway) {

        Callee callee() {
            return new Callee(destination, number, gateway);
        }
    }

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(Dial.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return hangUpAfter ? FAILED : ALL;
    }

    @Override
    public Next run(NodeRun run) {
        DialResult result = run.perform(new Operation.Dial(
                targets.stream().map(target -> target.callee().target(run)).toList(), strategy, ringMs, maxTalkMs,
                callerId.isEmpty() ? null : PhoneNumber.ADDRESS.of(callerId, run), run.audio(ringback),
                run.audio(whisper), acceptKey.isEmpty() ? null : acceptKey.charAt(0)));
        run.set(talkMs, result.talkMs());
        run.set(cause, result.cause());
        if (result.outcome() == DialOutcome.ANSWERED) {
            run.because("they talked for " + Summary.time(result.talkMs()));
            if (hangUpAfter) {
                run.perform(new Operation.Hangup(CallEnd.NORMAL));
                return Next.End.END;
            }
            return ANSWERED;
        }
        run.because(result.cause());
        return switch (result.outcome()) {
            case ANSWERED -> ANSWERED;
            case BUSY -> BUSY;
            case NO_ANSWER -> NO_ANSWER;
            case REJECTED -> REJECTED;
            case UNREACHABLE -> UNREACHABLE;
            case CANCELLED -> CANCELLED;
        };
    }

    @Override
    public void check(NodeCheck check) {
        JsonPointer at = check.pointer();
        for (int i = 0; i < targets.size(); i++) {
            targets.get(i).callee().check(check, at.child("targets").child(i));
        }
        PhoneNumber.ADDRESS.check(check, at.child("callerId"), callerId);
        if (!acceptKey.isEmpty() && whisper.isEmpty()) {
            check.warning("accept-key-unsaid", at.child("acceptKey"), "Nobody tells the called party to press "
                    + acceptKey + "; say so in \"whisper\"");
        }
    }

    @Override
    public String summary() {
        return Summary.of(Summary.shortened(targets.stream().map(target -> target.callee().words())
                .collect(Collectors.joining(", "))), Summary.time(ringMs));
    }
}
