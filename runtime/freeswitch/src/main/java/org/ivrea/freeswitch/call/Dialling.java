package org.ivrea.freeswitch.call;

import java.util.List;
import org.ivrea.engine.call.CallFailure;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.call.Operation.Dial;
import org.ivrea.engine.call.Operation.DialOrder;
import org.ivrea.engine.call.Operation.DialOutcome;
import org.ivrea.engine.call.Operation.DialResult;
import org.ivrea.engine.call.Operation.DialTarget;
import org.ivrea.engine.call.Operation.Execute;
import org.ivrea.engine.call.Operation.Transfer;
import org.ivrea.engine.simulation.Details;
import org.ivrea.flow.project.ResourceKind;
import org.ivrea.freeswitch.bridge.EventRecord;
import org.ivrea.freeswitch.bridge.RecordType;
import org.ivrea.freeswitch.environment.Bindings;

/// Connects the caller with others, or sends them elsewhere.
final class Dialling {
    private final Host host;
    private final Bindings bindings;
    private final Luck luck;

    Dialling(Host host, Bindings bindings, Luck luck) {
        this.host = host;
        this.bindings = bindings;
        this.luck = luck;
    }

    DialResult dial(Dial dial) {
        boolean random = dial.order() == DialOrder.RANDOM;
        List<String> targets = (random ? luck.shuffled(dial.targets()) : dial.targets()).stream()
                .map(this::dialString).toList();
        if (dial.order() == DialOrder.SIMULTANEOUS) {
            return attempt(dial, targets);
        }
        var last = new DialResult(DialOutcome.UNREACHABLE, "NO_ROUTE_DESTINATION", 0);
        for (int i = 0; i < targets.size() && last.outcome() != DialOutcome.ANSWERED; i++) {
            last = attempt(dial, List.of(targets.get(i)));
        }
        return last;
    }

    private DialResult attempt(Dial dial, List<String> targets) {
        String callerId = dial.callerId();
        Character acceptKey = dial.acceptKey();
        host.begin(RecordType.DIAL).number(dial.ringMs()).number(dial.maxTalkMs())
                .text(callerId == null ? "" : callerId).text(acceptKey == null ? "" : acceptKey.toString())
                .list(targets).list(host.items().of(dial.music())).list(host.items().of(dial.whisper()));
        EventRecord results = host.run(Transcripts.of(dial.music()), false);
        return new DialResult(Results.constant(DialOutcome.class, results.text(), DialOutcome.UNREACHABLE),
                results.text(), results.number());
    }

    Operation.Done transfer(Transfer transfer) {
        String context = transfer.context();
        host.begin(RecordType.TRANSFER).text(transferTarget(transfer)).text(context == null ? "" : context)
                .flag(transfer.refer());
        try {
            EventRecord _ = host.run();
            return Operation.Done.DONE;
        } catch (CallFailure e) {
            if (!e.code().equals(Transfer.TRANSFER_FAILED)) {
                throw e;
            }
            throw new CallFailure(e.code(), "The call cannot be transferred to \"" + Details.of(transfer.to()) + "\": "
                    + e.getMessage());
        }
    }

    /// A number without a gateway is looked up in the dialplan, and so it is by those who are asked to place the call.
    private String transferTarget(Transfer transfer) {
        return transfer.to() instanceof DialTarget.Number(String number, String gateway, _) && gateway == null
                ? number
                : dialString(transfer.to());
    }

    private String dialString(DialTarget target) {
        return switch (target) {
            case DialTarget.Named(String destination) -> bindings.bound(ResourceKind.DESTINATION, destination);
            case DialTarget.Number(String number, String gateway, _) -> bindings.dialString(number, gateway);
        };
    }

    Boolean execute(Execute execute) {
        host.begin(RecordType.EXECUTE).text(bindings.bound(ResourceKind.APPLICATION, execute.name()))
                .text(execute.arguments());
        return host.run().flag();
    }
}
