package org.ivrea.freeswitch.call;

import java.util.stream.Collectors;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.call.Operation.Collect;
import org.ivrea.engine.call.Operation.CollectEnd;
import org.ivrea.engine.call.Operation.CollectResult;
import org.ivrea.engine.call.Operation.Listen;
import org.ivrea.engine.call.Operation.Play;
import org.ivrea.engine.call.Operation.PlayControls;
import org.ivrea.engine.call.Operation.PlayResult;
import org.ivrea.engine.call.Operation.SendDtmf;
import org.ivrea.engine.call.Operation.Sleep;
import org.ivrea.engine.call.Operation.SpeechOutcome;
import org.ivrea.engine.call.Operation.SpeechResult;
import org.ivrea.freeswitch.bridge.EventRecord;
import org.ivrea.freeswitch.bridge.RecordType;
import org.jspecify.annotations.Nullable;

/// What the caller hears and presses.
final class Playing {
    private final Host host;

    Playing(Host host) {
        this.host = host;
    }

    PlayResult play(Play play) {
        if (!play.controls().keys().isEmpty()) {
            KeyHandler before = host.controls().keys(new ControlKeys(play.controls()));
            try {
                return perform(play);
            } finally {
                KeyHandler _ = host.controls().keys(before);
            }
        }
        return perform(play);
    }

    private PlayResult perform(Play play) {
        host.begin(RecordType.PLAY).flag(play.keepDigits()).text(play.bargeIn().keys())
                .list(host.items().of(play.audio())).text(keys(play.controls()));
        return played(host.run(Transcripts.of(play.audio()), false));
    }

    private static String keys(PlayControls controls) {
        return controls.keys().keySet().stream().map(String::valueOf).collect(Collectors.joining());
    }

    PlayResult sleep(Sleep sleep) {
        host.begin(RecordType.SLEEP).number(sleep.ms()).text(sleep.interruptedBy().keys());
        return played(host.run());
    }

    static PlayResult played(EventRecord results) {
        return new PlayResult(Results.key(results), results.number());
    }

    CollectResult collect(Collect collect) {
        host.begin(RecordType.COLLECT).text(collect.bargeIn().keys()).number(collect.min()).number(collect.max())
                .text(collect.terminators().keys()).number(collect.firstDigitTimeoutMs())
                .number(collect.interDigitTimeoutMs()).list(collect.entries())
                .list(host.items().of(collect.prompt()));
        EventRecord results = host.run(Transcripts.of(collect.prompt()), collect.secret());
        return new CollectResult(results.text(), Results.key(results),
                Results.constant(CollectEnd.class, results.text(), CollectEnd.TIMEOUT));
    }

    SpeechResult listen(Listen listen) {
        host.begin(RecordType.LISTEN).text(listen.bargeIn().keys()).text(orEmpty(listen.engine()))
                .text(orEmpty(listen.grammar())).text(listen.language()).number(listen.noInputMs())
                .number(listen.endSilenceMs()).number(listen.maxMs()).flag(listen.dtmfToo()).list(listen.hints())
                .list(host.items().of(listen.prompt()));
        EventRecord results = host.run(Transcripts.of(listen.prompt()), listen.secret());
        SpeechOutcome outcome = Results.constant(SpeechOutcome.class, results.text(), SpeechOutcome.NO_INPUT);
        return new SpeechResult(outcome, results.text(), confidence(results.text()));
    }

    private static double confidence(String text) {
        try {
            return Math.clamp(Double.parseDouble(text), 0, 1);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    Operation.Done sendDtmf(SendDtmf dtmf) {
        host.begin(RecordType.SEND_DTMF).text(dtmf.digits()).number(dtmf.toneMs()).number(dtmf.gapMs());
        EventRecord _ = host.run();
        return Operation.Done.DONE;
    }
}
