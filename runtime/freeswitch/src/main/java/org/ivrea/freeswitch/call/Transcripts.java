package org.ivrea.freeswitch.call;

import java.util.ArrayList;
import java.util.List;
import org.ivrea.engine.call.Audio;

/// What lists of audio say, as traces show it.
final class Transcripts {
    private Transcripts() {}

    static List<String> of(List<Audio> audio) {
        var texts = new ArrayList<String>(audio.size());
        for (Audio item : audio) {
            texts.add(item.transcript());
        }
        return texts;
    }
}
