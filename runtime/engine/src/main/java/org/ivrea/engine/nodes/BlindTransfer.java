package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.util.List;
import org.ivrea.engine.call.CallFailure;
import org.ivrea.engine.call.Operation;
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

@NodeInfo(name = "transfer", label = "Blind transfer", group = NodeGroup.CONNECT, icon = "corner-up-right", media = true, ends = true, help = "Sends the call elsewhere for good: the flow ends here, without its hang-up handler.")
public record BlindTransfer(
        @Field(label = "Destination", help = "Its name in the project; the server knows where it is.", resource = "destination", optional = true) String destination,
        @Field(label = "Number", help = "In place of a destination: a number of the dialplan, such as ${extension}, or,"
                + " by SIP REFER, a number or address such as support@example.com.", optional = true, max = 500) Template number,
        @Field(label = "Gateway", help = "Through which the number is dialled, past the dialplan; left out, the dialplan"
                + " decides.", resource = "gateway", optional = true) String gateway,
        @Field(label = "Method", help = "bridge: the switch stays in the call and places the new one. refer: the"
                + " caller's own side places it (SIP REFER), and the switch is out of the call; carriers often refuse"
                + " that.", def = "\"bridge\"") Method method,
        @Field(label = "Context", help = "Context of the dialplan in which the number is looked up; left out, the"
                + " call's own.", optional = true, max = 100, advanced = true) String context)
        implements
            Node {

    static final Exit FAILED = new Exit("failed", "The other side refused; the caller is still here.");
    private static final List<Exit> EXITS = List.of(FAILED);

    /// Who places the new call.
    public enum Method {
        BRIDGE, REFER
    }

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(BlindTransfer.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return EXITS;
    }

    @Override
    public Next run(NodeRun run) {
        try {
            run.perform(new Operation.Transfer(callee().target(run), context.isEmpty() ? null : context,
                    method == Method.REFER));
            return Next.End.END;
        } catch (CallFailure e) {
            if (!e.code().equals(Operation.Transfer.TRANSFER_FAILED)) {
                throw e;
            }
            run.because(e.getMessage());
            return FAILED;
        }
    }

    @Override
    public void check(NodeCheck check) {
        JsonPointer at = check.pointer();
        callee().check(check, at);
        boolean dialplan = destination.isEmpty() && gateway.isEmpty() && method == Method.BRIDGE;
        if (!context.isEmpty() && !dialplan) {
            check.warning("context-unused", at.child("context"),
                    "Only a number that is transferred by bridge, without a"
                            + " gateway, is looked up in the dialplan; remove the context");
        }
        for (char c : context.toCharArray()) {
            if (!Character.isLetterOrDigit(c) && "._-".indexOf(c) < 0) {
                check.error("context-name", at.child("context"), "A context's name cannot have '" + c + "' in it; it"
                        + " holds letters, digits and . _ -");
                break;
            }
        }
        if (method == Method.REFER && !gateway.isEmpty()) {
            check.warning("gateway-unused", at.child("gateway"),
                    "By SIP REFER the caller's own side places the call, so"
                            + " that the gateway is not used; remove it, or transfer by bridge");
        }
    }

    private Callee callee() {
        return new Callee(destination, number, gateway);
    }

    @Override
    public String summary() {
        return Summary.of(Summary.shortened(callee().words()), method == Method.REFER ? "REFER" : "");
    }
}
