package org.ivrea.engine.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ivrea.engine.run.Rehearsal;
import org.ivrea.engine.spec.NodeRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class PlayToneTest {
    private static Rehearsal tone(String fields) {
        return Rehearsal.with(NodeRegistry.of(List.of(new PlayTone.Type())), """
                { "start": "it", "nodes": { "it": { "type": "tone" %s } } }""".formatted(fields));
    }

    @Test
    void playsTheTone() {
        Rehearsal tone = tone(", \"hertz\": 600");
        tone.call();

        assertThat(tone.heard()).containsExactly("[tone 600 Hz]");
    }

    @Test
    void warnsOfATonePastTheTelephoneBand() {
        assertThat(tone(", \"hertz\": 3900").compiled().problems()).singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("tone-inaudible"));
    }

    @Test
    void refusesAToneWithoutLength() {
        assertThat(tone(", \"ms\": 0").compiled().problems()).singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("\"ms\" must be"));
    }

    @Test
    void theGuideShowsThisVeryCode() throws IOException {
        String guide = Files.readString(Path.of("../../CONTRIBUTING.md"));
        String code = Files.readString(Path.of("src/test/java/org/ivrea/engine/example/PlayTone.java"));

        assertThat(guide).contains(code.substring(code.indexOf("@NodeInfo")).strip());
    }
}
