package org.ivrea.freeswitch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// The virtual machine is started from C, as a switch starts it: by the test host as a program.
final class JvmStartTest {
    private static final Path PROGRAM = Path.of("target", "native", "testhost", "testhost").toAbsolutePath();
    private static final String CLASS_PATH = System.getProperty("surefire.test.class.path",
            System.getProperty("java.class.path"));
    private static final String MAIN = "org/ivrea/freeswitch/Launch";
    private static final String FACTS = "uuid=call-1\nflow=shop";

    @TempDir Path folder = Path.of("");

    private String home = System.getProperty("java.home");
    private String classPath = CLASS_PATH;
    private String main = MAIN;
    private @Nullable Path flows;
    private final List<String> options = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xmx64m", "-Xss512k"));

    @BeforeEach
    void needsTheProgram() {
        Assumptions.assumeTrue(Files.exists(PROGRAM), "the test host is not built: no C compiler, or no make");
    }

    private String run() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), home, classPath, main,
                "flows=" + (flows == null ? folder : flows),
                FACTS, ""));
        command.addAll(options);
        var builder = new ProcessBuilder(command);
        builder.environment().put("TESTHOST_LOG", "1");
        Process process = builder.redirectErrorStream(true).redirectOutput(folder.resolve("output").toFile()).start();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return Files.readString(folder.resolve("output"), StandardCharsets.UTF_8);
    }

    @Test
    void startsAnswersAndStops() throws Exception {
        Flows.saying(folder, "shop", 440);
        assertThat(run()).contains("status: flows loaded", "answer\n", "variable ivrea_outcome completed",
                "hangup NORMAL_CLEARING", "fallback: \n", "stopped\n");
    }

    @Test
    void aFolderThatIsNoJavaIsRefused() throws Exception {
        home = folder.resolve("no-java").toString();
        assertThat(run()).contains("error: there is no " + home, "name the folder of a JDK 25 or later");
    }

    @Test
    void anOlderJavaIsRefused() throws Exception {
        Path old = Files.createDirectory(folder.resolve("java-17"));
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.9\"\n");
        home = old.toString();
        assertThat(run()).contains("is Java 17, but Java 25 or later is needed");
    }

    @Test
    void aMissingJarIsNamed() throws Exception {
        classPath = folder + "/ivrea-freeswitch.jar";
        assertThat(run()).contains("the class path names " + classPath + ", which does not exist");
    }

    @Test
    void aClassThatIsNotThereIsNamed() throws Exception {
        main = "org/ivrea/freeswitch/Lunch";
        assertThat(run()).contains("the class org/ivrea/freeswitch/Lunch is not to be found");
    }

    @Test
    void jarsOfAnotherVersionAreRefused() throws Exception {
        main = "org/ivrea/freeswitch/SwitchRuntime";
        assertThat(run()).contains("has no method start(long)");
    }

    @Test
    void aWrongOptionIsRefused() throws Exception {
        options.add("-XX:+NoSuchOption");
        assertThat(run()).contains("the Java virtual machine does not start", "look for a wrong option");
    }

    @Test
    void aFlowFolderThatIsNotThereIsSaid() throws Exception {
        Path missing = folder.resolve("missing");
        flows = missing;
        assertThat(run()).contains("The flow folder " + missing + " cannot be read", "fallback: there is no flow");
    }

    @Test
    void systemExitIsKeptOffTheSwitch() throws Exception {
        Flows.project(folder, "shop",
                "\"start\": { \"type\": \"trouble\", \"kind\": \"exit\", \"exits\": { \"next\": null } }");
        assertThat(run()).contains("called System.exit", "fallback: a node type of the flow called System.exit");
    }

    @Test
    void aFlowThatTakesAllMemoryEndsItsCallAlone() throws Exception {
        Flows.project(folder, "shop",
                "\"start\": { \"type\": \"trouble\", \"kind\": \"memory\", \"exits\": { \"next\": null } }");
        assertThat(run()).contains("fallback: the flow failed inside: java.lang.OutOfMemoryError", "stopped\n");
    }
}
