package org.ivrea.freeswitch.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What Linux tells of a process.
final class ProcessFigures {
    private static final double TICK_MS = 10;
    /// Of a line of `stat`, behind the name: time in the process and in the kernel.
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    private final Path folder;

    ProcessFigures(long pid) {
        folder = Path.of("/proc", Long.toString(pid));
    }

    static ProcessFigures own() {
        return new ProcessFigures(ProcessHandle.current().pid());
    }

    double cpuMs() {
        return cpuMs(read("stat"));
    }

    private static double cpuMs(String stat) {
        String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(words[USER]) + Long.parseLong(words[SYSTEM])) * TICK_MS;
    }

    /// Of the threads that live on, by name.
    Map<String, Double> threadsMs() {
        Map<String, Double> threads = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder.resolve("task"))) {
            for (Path task : all.toList()) {
                String stat = Files.readString(task.resolve("stat"));
                threads.merge(stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')')), cpuMs(stat), Double::sum);
            }
        } catch (IOException _) {
            // A thread has ended meanwhile, that of a call.
        }
        return threads;
    }

    double residentMb() {
        return read("status").lines().filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1_024).findFirst().orElseThrow();
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
