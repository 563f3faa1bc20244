package org.ivrea.freeswitch.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ivrea.engine.script.CallScript;
import org.ivrea.freeswitch.real.FreeSwitch;
import org.ivrea.freeswitch.real.NeedsFreeSwitch;
import org.ivrea.freeswitch.real.SwitchConfiguration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/// On FreeSWITCH, with telephones for the caller and for all others: the scripts give the trace of the simulation, times
/// aside. Those that need a module that this FreeSWITCH does not have are skipped by name.
@ExtendWith(NeedsFreeSwitch.class)
final class FreeSwitchConformanceTest {
    private static final Path MODULE = Path.of("").toAbsolutePath();
    /// Operations, and the module of the switch that each of them needs.
    private static final Map<String, String> NEEDS = Map.of("queue", "mod_callcenter", "voicemail", "mod_voicemail",
            "conference", "mod_conference");
    private static final long LONGEST_SECONDS = 900;
    private static final String ONLY = System.getProperty(SwitchConformance.ONLY, "");
    private static final int SILENT_SAMPLES = 480;
    private static final int LONGEST_SPEECH_SAMPLES = 60 * 8_000;

    @TempDir static Path folder;

    private static Properties results = new Properties();

    @BeforeAll
    static void call() throws IOException {
        results = results();
    }

    @TestFactory
    Stream<DynamicNode> scriptsGiveTheSameTrace() {
        return each(Sample::scripts, (sample, script) -> {});
    }

    @TestFactory
    Stream<DynamicNode> wrongScriptsFailAsInSimulation() {
        return each(Sample::wrong, (sample, script) -> assertThat(sample.simulate(script).failure()).isNotNull());
    }

    private static Stream<DynamicNode> each(Function<Sample, List<CallScript>> kind,
            BiConsumer<Sample, CallScript> before) {
        return Sample.all(MODULE).stream().map(sample -> dynamicContainer(sample.name(), kind.apply(sample).stream()
                .filter(script -> SwitchConformance.key(sample, script).contains(ONLY))
                .map(script -> dynamicTest(script.name(), () -> {
                    before.accept(sample, script);
                    String result = Objects.requireNonNullElse(
                            results.getProperty(SwitchConformance.key(sample, script)),
                            "it was not called: " + results.get(SwitchConformance.ALL));
                    Assumptions.assumeFalse(result.startsWith(SwitchConformance.SKIPPED), result);
                    assertThat(result).isEqualTo(SwitchConformance.SAME);
                }))));
    }

    /// A voice that takes the time that the simulation reckons with: 65 ms for a character, 400 ms at least.
    private static Path speech() throws IOException {
        Path sound = folder.resolve("sound");
        var samples = ByteBuffer.allocate(LONGEST_SPEECH_SAMPLES * 2).order(ByteOrder.LITTLE_ENDIAN);
        samples.position(SILENT_SAMPLES * 2);
        for (int i = 0; samples.hasRemaining(); i++) {
            samples.putShort((short) (8_000 * Math.sin(2 * Math.PI * Ear.VOICE_HERTZ * i / 8_000)));
        }
        Files.write(sound, samples.array());
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
                        { printf RIFF; long $((bytes + 36)); printf 'WAVEfmt '; long 16; number 1; number 1; long 8000; long 16000
                          number 2; number 16; printf data; long $bytes
                          head -c $bytes "${0%/*}/sound"
                        } > "$1"
                        """);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return script;
    }

    private static String missing() {
        return NEEDS.entrySet().stream().filter(need -> !FreeSwitch.has(need.getValue())).map(Map.Entry::getKey)
                .collect(Collectors.joining(","));
    }

    private static Properties results() throws IOException {
        Path results = folder.resolve("results");
        var wishes = SwitchConfiguration.Wishes.NONE.set("main-class",
                SwitchConformance.class.getName().replace('.', '/'))
                .set("class-path", SwitchConfiguration.wholeClassPath())
                .set(SwitchConfiguration.SPEECH, speech() + " ${file} ${text}")
                .option("-D" + SwitchConformance.RESULTS + "=" + results)
                .option("-D" + SwitchConformance.ONLY + "=" + ONLY)
                .option("-D" + SwitchConformance.MODULE + "=" + MODULE)
                .option("-D" + SwitchConformance.MISSING + "=" + missing()).set("speech-engine", "testspeech")
                .option("-D" + SwitchConformance.PORT + "={sip-port}")
                .option("-D" + SwitchConformance.EVENT_PORT + "={event-port}").configuration(Seat.configuration())
                .extension(Seat.dialplan()).extension("""
                        <extension name="script"><condition field="destination_number" expression="^script-">
                        <action application="ivrea" data="script"/></condition></extension>
                        """);
        var properties = new Properties();
        try (var freeSwitch = new FreeSwitch(folder.resolve("switch"), MODULE, wishes)) {
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
