package org.ivrea.server.inswitch;

import java.io.IOException;
import java.nio.file.Path;
import org.ivrea.freeswitch.real.FreeSwitch;
import org.ivrea.freeswitch.real.NeedsFreeSwitch;
import org.ivrea.server.token.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/// On a real FreeSWITCH, called by SIP.
@ExtendWith(NeedsFreeSwitch.class)
final class FreeSwitchServerTest extends ServerInSwitchTest {
    private int started;

    @Override
    ServedSwitch start(Path configuration) throws IOException {
        return new RealSwitch(folder.resolve("switch-" + ++started), configuration);
    }

    @Test
    void theServerOutlivesTheModule() {
        deploy(Tones.ONE);
        FreeSwitch freeSwitch = ((RealSwitch) served).freeSwitch;
        assertThat(wholeCall("1.0").versions()).containsExactly("1.0");
        freeSwitch.awaitNoCalls();
        assertThat(freeSwitch.api("unload mod_ivrea")).startsWith("+OK");
        assertThat(admin.get(Role.VIEWER, "/ready").text()).contains("\"ready\":true");
        deploy(Tones.TWO);
        assertThat(freeSwitch.api("load " + freeSwitch.installation().module())).contains("+OK");
        assertThat(wholeCall("2.0").versions()).containsExactly("2.0");
    }

    @Test
    void theConsoleTellsVersions() {
        deploy(Tones.ONE);
        FreeSwitch freeSwitch = ((RealSwitch) served).freeSwitch;
        assertThat(freeSwitch.api("ivrea flows")).contains("shop/main main 1.0 ok");
        try (Caller _ = served.call("5000")) {
            awaitInside("1.0");
            assertThat(freeSwitch.api("ivrea calls")).contains("shop 1.0 main/v1-0-key");
        }
    }

    @Test
    void whatRanRunsAgainAfterTheProcessWasKilled() throws IOException, InterruptedException {
        deploy(Tones.ONE);
        try (Caller _ = served.call("5000")) {
            awaitInside("1.0");
            ((RealSwitch) served).kill();
        }
        served.close();
        served = begin();
        assertThat(wholeCall("1.0").versions()).containsExactly("1.0");
    }
}
