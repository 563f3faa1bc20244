package org.ivrea.freeswitch;

import java.nio.file.Path;
import java.util.Map;
import org.ivrea.engine.run.Limits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class SettingsTest {

    @Test
    void areUsualWhereNothingIsSaid() {
        Settings settings = Settings.of(Map.of("flows", "/srv/ivrea/flows"));

        assertThat(settings.limits()).isEqualTo(Limits.DEFAULT);
        assertThat(settings.environment()).isNull();
        assertThat(settings.recordings()).isEqualTo(Path.of("/srv/ivrea/recordings"));
        assertThat(settings.events()).isEqualTo(Settings.Events.NODE);
        assertThat(settings.unknown()).isEmpty();
    }

    @Test
    void areTakenAsTheOperatorWroteThem() {
        Settings settings = Settings.of(Map.of("flows", "/f", "environment", "/e.json", "recordings", "/r", "events",
                "none", "keep-traces", "7", "max-steps", "99", "after-call-ms", "0"));

        assertThat(settings.environment()).isEqualTo(Path.of("/e.json"));
        assertThat(settings.recordings()).isEqualTo(Path.of("/r"));
        assertThat(settings.events()).isEqualTo(Settings.Events.NONE);
        assertThat(settings.keepTraces()).isEqualTo(7);
        assertThat(settings.limits().maxSteps()).isEqualTo(99);
        assertThat(settings.limits().afterCallMs()).isZero();
    }

    @Test
    void whatCannotBeUsedIsSaidAndPassedOver() {
        Settings settings = Settings
                .of(Map.of("flow", "/f", "events", "all", "max-steps", "many", "keep-traces", "-1"));

        assertThat(settings.unknown()).contains("unknown: flow", "events is none, call or node, not all",
                "max-steps is a whole number of at least 1, not many",
                "keep-traces is a whole number of at least 0, not -1");
        assertThat(settings.limits()).isEqualTo(Limits.DEFAULT);
    }
}
