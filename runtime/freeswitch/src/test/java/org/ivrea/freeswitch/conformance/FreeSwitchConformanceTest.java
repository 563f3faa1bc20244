package org.ivrea.freeswitch.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.ivrea.freeswitch.real.FreeSwitch;
import org.ivrea.freeswitch.real.NeedsFreeSwitch;
import org.ivrea.freeswitch.real.SwitchConfiguration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/// On FreeSWITCH, with telephones: the samples' scripts give the trace of the simulation, times aside. Scripts that need
/// another party than the caller are skipped by name: their outcomes are the business of the tests of real calls.
@ExtendWith(NeedsFreeSwitch.class)
final class FreeSwitchConformanceTest {
    private static final Path SAMPLES = Path.of("..", "..", "flows-samples").toAbsolutePath().normalize();
    private static final long LONGEST_SECONDS = 900;

    @TempDir static Path folder;

    @TestFactory
    Stream<DynamicNode> scriptsGiveTheSameTrace() throws IOException {
        Properties results = results();
        return Sample.in(SAMPLES).stream().map(sample -> dynamicContainer(sample.name(), sample.scripts().stream()
                .map(script -> dynamicTest(script.name(), () -> {
                    String result = Objects.requireNonNullElse(
                            results.getProperty(SwitchConformance.key(sample, script)), "it was not called");
                    Assumptions.assumeFalse(result.startsWith(SwitchConformance.SKIPPED), result);
                    assertThat(result).isEqualTo(SwitchConformance.SAME);
                }))));
    }

    /// A voice that takes the time that the simulation reckons with: 65 ms for a character, 400 ms at least.
    private static Path speech() throws IOException {
        Path script = folder.resolve("speak");
        Files.writeString(script,
                """
                        #!/bin/sh
                        count=$(printf %s "$2" | LC_ALL=C.UTF-8 wc -m)
                        samples=$((count * 520))
                        [ $samples -lt 3200 ] && samples=3200
                        bytes=$((samples * 2))
                        number() { printf "\\\\$(printf %03o $(($1 % 256)))\\\\$(printf %03o $(($1 / 256 % 256)))"; }
                        long() { number $(($1 % 65536)); number $(($1 / 65536)); }
                        tone=$(printf '\\\\000\\\\000\\\\100\\\\037\\\\000\\\\000\\\\300\\\\340')
                        for i in 1 2 3 4 5 6 7 8 9 10 11; do tone="$tone$tone"; done
                        { printf RIFF; long $((bytes + 36)); printf 'WAVEfmt '; long 16; number 1; number 1; long 8000; long 16000
                          number 2; number 16; printf data; long $bytes
                          { head -c 960 /dev/zero; for i in 1 2 3 4 5 6 7 8 9 10 11 12; do printf "$tone"; done; } | head -c $bytes
                        } > "$1"
                        """);
        Files.setPosixFilePermissions(script, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        return script;
    }

    private static Properties results() throws IOException {
        Path results = folder.resolve("results");
        var wishes = SwitchConfiguration.Wishes.NONE.set("main-class",
                SwitchConformance.class.getName().replace('.', '/'))
                .set("class-path", SwitchConfiguration.wholeClassPath())
                .set(SwitchConfiguration.SPEECH, speech() + " ${file} ${text}")
                .option("-D" + SwitchConformance.RESULTS + "=" + results)
                .option("-D" + SwitchConformance.ONLY + "=" + System.getProperty(SwitchConformance.ONLY, ""))
                .option("-D" + SwitchConformance.SAMPLES + "=" + SAMPLES)
                .option("-D" + SwitchConformance.PORT + "={sip-port}").extension("""
                        <extension name="script"><condition field="destination_number" expression="^script-">
                        <action application="ivrea" data="script"/></condition></extension>
                        """);
        var properties = new Properties();
        try (var freeSwitch = new FreeSwitch(folder.resolve("switch"), SAMPLES, wishes)) {
            FreeSwitch.await(LONGEST_SECONDS, "all scripts to be called", () -> Files.exists(results));
            try (var in = Files.newBufferedReader(results)) {
                properties.load(in);
            }
            assertThat(freeSwitch.log()).doesNotContain("gets the fallback");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
