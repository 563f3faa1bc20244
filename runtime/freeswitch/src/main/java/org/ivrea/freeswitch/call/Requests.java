package org.ivrea.freeswitch.call;

import java.util.ArrayList;
import java.util.List;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.Operation.HttpExchange;
import org.ivrea.engine.call.Operation.HttpOutcome;
import org.ivrea.engine.simulation.HttpPort;
import org.ivrea.freeswitch.bridge.EventRecord;
import org.ivrea.freeswitch.bridge.RecordType;

/// Requests of flows. The switch plays or waits meanwhile, so that keys are kept and a hang-up is seen at once.
final class Requests {
    private static final String SILENT = "";

    private final Host host;
    private final HttpPort http;

    Requests(Host host, HttpPort http) {
        this.host = host;
        this.http = http;
    }

    HttpOutcome exchange(HttpExchange request) {
        CallLine line = host.line();
        if (line.end() != null) {
            line.flush();
            return made(request);
        }
        long waiting = meanwhile(request);
        List<String> heard = new ArrayList<>(List.of(SILENT));
        heard.addAll(Transcripts.of(request.meanwhile()));
        host.timeline().expect(heard, false);
        HttpOutcome outcome = line.outside(() -> made(request));
        if (line.end() == null) {
            line.control(RecordType.BREAK, waiting, _ -> {});
        }
        EventRecord _ = host.finished(line.await(waiting, host.controls()));
        return outcome;
    }

    /// Without audio it is a plain wait, which needs no open voice path.
    private long meanwhile(HttpExchange request) {
        List<Audio> audio = request.meanwhile();
        if (audio.isEmpty()) {
            host.begin(RecordType.SLEEP).number(request.timeoutMs()).text("");
        } else {
            List<String> items = new ArrayList<>(List.of(AudioItems.silence(HttpExchange.MEANWHILE_AFTER_MS)));
            items.addAll(host.items().of(audio));
            items.add(AudioItems.silence(request.timeoutMs()));
            host.begin(RecordType.PLAY).flag(true).text("").list(items);
        }
        return host.line().start();
    }

    private HttpOutcome made(HttpExchange request) {
        try {
            return http.exchange(request);
        } catch (RuntimeException e) {
            return new HttpOutcome.Failed("the request failed inside: " + e);
        }
    }
}
