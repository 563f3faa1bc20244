package org.ivrea.freeswitch.real;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// A FreeSWITCH with a project of tones, and a telephone: what tests of real calls begin with.
final class RealCalls implements AutoCloseable {
    /// How long prompts are; that of 400 Hz is the long one.
    static final int SHORT_MS = 500;
    static final int LONG_MS = 3_000;

    final FreeSwitch freeSwitch;
    final Phone phone = new Phone();

    /// Writes a project's flows.
    @FunctionalInterface
    interface Flows {
        void write(TestProject project) throws IOException;
    }

    RealCalls(Path folder, SwitchConfiguration.Wishes wishes, String projectSettings, Flows write) throws IOException {
        Path flows = folder.resolve("flows");
        var project = new TestProject(flows, projectSettings);
        for (int hertz : List.of(400, 500, 600, 700, 800, 900, 1_000)) {
            project.tone(hertz, hertz == 400 ? LONG_MS : SHORT_MS);
        }
        write.write(project);
        freeSwitch = new FreeSwitch(folder.resolve("switch"), flows, wishes);
        try {
            freeSwitch.awaitFlows();
        } catch (AssertionError e) {
            freeSwitch.close();
            throw e;
        }
    }

    PhoneCall call(String flow) {
        return phone.call("flow-" + TestProject.NAME + "/" + flow, freeSwitch.sipPort());
    }

    PhoneCall answered(String flow) {
        PhoneCall call = call(flow);
        int status = call.awaitAnswer();
        if (status != 200) {
            throw new AssertionError("The call was answered with " + status + ": " + freeSwitch.log());
        }
        return call;
    }

    /// The only call's uuid.
    String uuid() {
        var found = new AtomicReference<>("");
        FreeSwitch.await(60, "a call to be up", () -> {
            String calls = freeSwitch.api("ivrea calls");
            found.set(calls.startsWith("No calls") ? "" : calls.split(" ")[0]);
            return !found.get().isEmpty();
        });
        return found.get();
    }

    /// What a call went through, an event a line.
    String trace(String uuid) {
        return freeSwitch.api("ivrea trace " + uuid);
    }

    /// How often an event is in a trace.
    static long count(String trace, String words) {
        return trace.lines().filter(line -> line.contains(words)).count();
    }

    @Override
    public void close() {
        phone.close();
        freeSwitch.close();
    }
}
