package org.ivrea.server.inswitch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ivrea.freeswitch.real.FreeSwitch;
import org.ivrea.freeswitch.real.Phone;
import org.ivrea.freeswitch.real.PhoneCall;
import org.ivrea.freeswitch.real.SwitchConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/// A FreeSWITCH whose dialplan gives all numbers to the routes.
final class RealSwitch implements ServedSwitch {
    final FreeSwitch freeSwitch;
    final Phone phone = new Phone();

    RealSwitch(Path folder, Path configuration) throws IOException {
        freeSwitch = new FreeSwitch(folder, Files.createDirectories(folder.resolve("none")),
                SwitchConfiguration.Wishes.NONE.set("server", configuration.toString())
                        .set("fallback-extension", "fallback").set("fallback-context", "default")
                        .extension("""
                                <extension name="routes"><condition field="destination_number" expression="^\\d+$">
                                <action application="ivrea"/></condition></extension>
                                """));
        FreeSwitch.await(180, "the runtime to be loaded",
                () -> freeSwitch.api("ivrea status").contains("flows loaded"));
    }

    @Override
    public Caller call(String number) {
        return new RealCaller(phone.call(number, freeSwitch.sipPort()));
    }

    @Override
    public void unloadTones() {
        assertThat(freeSwitch.api("unload mod_tone_stream")).startsWith("+OK");
    }

    @Override
    public void stop() {
        String _ = freeSwitch.api("fsctl shutdown");
        ServerInSwitchTest.await("FreeSWITCH to end", () -> !freeSwitch.alive());
    }

    void kill() throws InterruptedException {
        freeSwitch.kill();
    }

    @Override
    public void close() {
        phone.close();
        freeSwitch.close();
    }

    private record RealCaller(PhoneCall call) implements Caller {
        private static final int FALLBACK = 2_900;

        @Override
        public void press(String keys) {
            call.press(keys);
        }

        /// The versions are those whose tones it heard. Of the fallback's tone it has heard enough when it begins.
        @Override
        public Ended awaitEnd() {
            ServerInSwitchTest.await("the call to end: it heard " + call.heard(),
                    () -> call.ended() || call.heard().contains(FALLBACK));
            Set<String> versions = new TreeSet<>();
            List<Integer> heard = call.heard();
            heard.stream().filter(hertz -> hertz != FALLBACK).map(Tones::version).forEach(versions::add);
            return new Ended(versions, heard.contains(FALLBACK));
        }

        @Override
        public void close() {
            call.close();
        }
    }
}
