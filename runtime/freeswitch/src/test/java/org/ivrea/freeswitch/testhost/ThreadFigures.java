package org.ivrea.freeswitch.testhost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;

/// How threads are scheduled, from proc_pid_stat(5).
public final class ThreadFigures {
    /// Where fields 19, 40 and 41 stand behind the name, which is field 2.
    private static final int NICE = 16;
    private static final int PRIORITY = 37;
    private static final int POLICY = 38;

    private ThreadFigures() {}

    /// Of the thread below this one, from -20 to 19.
    public static int niceness() {
        try {
            return nice(Files.readString(Path.of("/proc/thread-self/stat")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Of all threads of a process, by their names of at most 15 characters; of some with the same name, of any.
    public static Map<String, Integer> niceness(long pid) throws IOException {
        return ofAll(pid, ThreadFigures::nice);
    }

    /// The policy of sched(7) and the priority in it of all threads of a process, such as `FIFO 1`; `other` for those
    /// that are not in real time.
    public static Map<String, String> policies(long pid) throws IOException {
        return ofAll(pid, stat -> switch (field(stat, POLICY)) {
            case 1 -> "FIFO " + field(stat, PRIORITY);
            case 2 -> "RR " + field(stat, PRIORITY);
            default -> "other";
        });
    }

    private static <T> Map<String, T> ofAll(long pid, Function<String, T> figure) throws IOException {
        Map<String, T> all = new HashMap<>();
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            for (Path thread : threads.toList()) {
                try {
                    String stat = Files.readString(thread.resolve("stat"));
                    all.put(stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')')), figure.apply(stat));
                } catch (IOException _) {
                    // It has ended meanwhile.
                }
            }
        }
        return all;
    }

    /// Whether the system lets this process raise the priority of its threads.
    public static boolean mayRaise() throws IOException {
        Process process = new ProcessBuilder("nice", "-n", "-1", "nice").redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return said.strip().equals(Integer.toString(niceness() - 1));
    }

    private static int nice(String stat) {
        return field(stat, NICE);
    }

    private static int field(String stat, int index) {
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ")[index]);
    }
}
