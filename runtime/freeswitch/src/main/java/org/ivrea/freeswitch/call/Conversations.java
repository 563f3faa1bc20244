package org.ivrea.freeswitch.call;

import java.util.List;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.Operation.ConferenceOutcome;
import org.ivrea.engine.call.Operation.Enqueue;
import org.ivrea.engine.call.Operation.JoinConference;
import org.ivrea.engine.call.Operation.LeaveVoicemail;
import org.ivrea.engine.call.Operation.QueueOutcome;
import org.ivrea.engine.call.Operation.QueueResult;
import org.ivrea.engine.call.Operation.VoicemailResult;
import org.ivrea.flow.project.ResourceKind;
import org.ivrea.freeswitch.bridge.EventRecord;
import org.ivrea.freeswitch.bridge.RecordType;
import org.ivrea.freeswitch.environment.Bindings;

/// Where modules of the switch take the caller over: queue, mailbox, conference.
final class Conversations {
    private final Host host;
    private final Bindings bindings;

    Conversations(Host host, Bindings bindings) {
        this.host = host;
        this.bindings = bindings;
    }

    QueueResult enqueue(Enqueue enqueue) {
        host.begin(RecordType.QUEUE).text(bindings.bound(ResourceKind.QUEUE, enqueue.queue()))
                .number(enqueue.priority()).number(enqueue.maxWaitMs()).text(enqueue.exitKeys().keys())
                .number(enqueue.announcements().firstAfterMs()).number(enqueue.announcements().everyMs())
                .list(host.items().of(enqueue.music())).number(bindings.mostWaiting(enqueue.queue()));
        host.controls().announcing(enqueue.announcements().announcement());
        try {
            EventRecord results = host.run(Transcripts.of(enqueue.music()), false);
            return new QueueResult(Results.constant(QueueOutcome.class, results.text(), QueueOutcome.CLOSED),
                    Results.key(results), results.number());
        } finally {
            host.controls().announcing(null);
        }
    }

    VoicemailResult voicemail(LeaveVoicemail voicemail) {
        List<Audio> given = voicemail.greeting();
        List<Audio> greeting = given == null ? List.of() : given;
        String number = voicemail.number();
        host.begin(RecordType.VOICEMAIL).text(bindings.bound(ResourceKind.MAILBOX, voicemail.mailbox()))
                .text(number == null ? "" : number).flag(given != null).flag(voicemail.skipInstructions())
                .list(host.items().of(greeting));
        EventRecord results = host.run(Transcripts.of(greeting), false);
        return new VoicemailResult(results.flag(), results.number());
    }

    ConferenceOutcome conference(JoinConference conference) {
        String number = conference.number();
        String pin = conference.pin();
        host.begin(RecordType.CONFERENCE).text(bindings.bound(ResourceKind.ROOM, conference.room()))
                .text(number == null ? "" : number)
                .text(pin == null ? "" : bindings.bound(ResourceKind.SECRET, pin)).list(conference.flags());
        return Results.constant(ConferenceOutcome.class, host.run().text(), ConferenceOutcome.LEFT);
    }
}
