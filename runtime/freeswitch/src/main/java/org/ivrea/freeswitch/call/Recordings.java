package org.ivrea.freeswitch.call;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ivrea.engine.call.CallFailure;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.call.Operation.ControlRecording;
import org.ivrea.engine.call.Operation.PlayBack;
import org.ivrea.engine.call.Operation.PlayResult;
import org.ivrea.engine.call.Operation.RecordEnd;
import org.ivrea.engine.call.Operation.RecordResult;
import org.ivrea.engine.simulation.Names;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.freeswitch.bridge.EventRecord;
import org.ivrea.freeswitch.bridge.RecordType;

/// Records the caller, plays that, and records whole calls.
final class Recordings {
    private static final String EXTENSION = ".wav";

    private final Host host;
    private final Path folder;
    private final Set<String> made = new HashSet<>();

    Recordings(Host host, Path folder) {
        this.host = host;
        this.folder = folder.toAbsolutePath().normalize();
    }

    RecordResult record(Operation.Record record) {
        String recording = record.file() + EXTENSION;
        host.begin(RecordType.RECORD).text(path(recording).toString()).flag(record.beep()).number(record.maxMs())
                .number(record.silenceMs()).text(record.terminators().keys());
        EventRecord results = host.run();
        long lengthMs = results.number();
        RecordEnd end = Results.constant(RecordEnd.class, results.text(), RecordEnd.HANGUP);
        made.add(recording);
        host.emit(new TraceEvent.RecordingEnded(recording, lengthMs, Names.of(end)));
        return new RecordResult(recording, lengthMs, end);
    }

    PlayResult playBack(PlayBack playBack) {
        String recording = playBack.recording();
        if (!made.contains(recording)) {
            throw new CallFailure("no-recording", "There is no recording \"" + recording
                    + "\" in this call; record one before it is played");
        }
        host.begin(RecordType.PLAY).flag(true).text(playBack.bargeIn().keys())
                .list(List.of(AudioItems.file(path(recording))));
        return Playing.played(host.run(List.of("[recording " + recording + "]"), false));
    }

    Operation.Done control(ControlRecording control) {
        String path = control.file().isEmpty() ? "" : path(control.file() + EXTENSION).toString();
        host.begin(RecordType.CALL_RECORDING).text(Names.of(control.action())).text(path).flag(control.stereo());
        EventRecord _ = host.run();
        return Operation.Done.DONE;
    }

    /// Never outside the folder, whatever the flow says.
    private Path path(String name) {
        Path path = folder.resolve(name).normalize();
        if (!folder.equals(path.getParent())) {
            throw new CallFailure("recording-name",
                    "\"" + name + "\" cannot be the name of a recording: it leads out of"
                            + " the server's folder of recordings");
        }
        return path;
    }
}
