package org.ivrea.freeswitch.real;

import java.io.IOException;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Which processors a process may use, by `taskset` of util-linux. Where switch and telephones have processors of their
/// own, one that does not keep up does not make the other fail.
final class Affinity {
    private Affinity() {}

    /// Gives the switch the lower half of the processors, and this process the others. Threads that either starts
    /// later stay there.
    ///
    /// @return false, and nothing is changed, on a machine with a single processor
    static boolean apart(long switchPid) throws IOException, InterruptedException {
        int processors = Runtime.getRuntime().availableProcessors();
        if (processors < 2) {
            return false;
        }
        int half = processors / 2;
        bind(switchPid, 0, half - 1);
        bind(ProcessHandle.current().pid(), half, processors - 1);
        return true;
    }

    private static void bind(long pid, int first, int last) throws IOException, InterruptedException {
        var command = new ProcessBuilder("taskset", "--all-tasks", "--cpu-list", "--pid", first + "-" + last,
                Long.toString(pid)).redirectErrorStream(true).start();
        String said = new String(command.getInputStream().readAllBytes(), UTF_8);
        if (command.waitFor() != 0) {
            throw new IOException("taskset: " + said.strip());
        }
    }
}
