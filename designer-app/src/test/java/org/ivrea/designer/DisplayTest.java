package org.ivrea.designer;

import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Whether a window can be opened, and what is said where not.
final class DisplayTest {
    @Test
    void withoutADisplayOneLineSaysSo() {
        var obstacle = Display.obstacle("Linux", null, Map.<String, String>of()::get, _ -> true).orElseThrow();
        assertThat(obstacle).contains("no display").contains("DISPLAY").doesNotContain("\n");
    }

    @Test
    void withoutGtkOneLineSaysWhatToInstall() {
        var obstacle = Display.obstacle("Linux", null, Map.of("DISPLAY", ":0")::get, _ -> false).orElseThrow();
        assertThat(obstacle).contains("GTK 3").contains("apt-get install").doesNotContain("\n");
    }

    @Test
    void whereThereIsADisplayNothingIsInTheWay() {
        assertThat(Display.obstacle("Linux", null, Map.of("DISPLAY", ":0")::get, _ -> true)).isEmpty();
        assertThat(Display.obstacle("Linux", "Headless", Map.<String, String>of()::get, _ -> false)).isEmpty();
        assertThat(Display.obstacle("Windows 11", null, Map.<String, String>of()::get, _ -> false)).isEmpty();
        assertThat(Display.obstacle("Mac OS X", null, Map.<String, String>of()::get, _ -> false)).isEmpty();
    }
}
