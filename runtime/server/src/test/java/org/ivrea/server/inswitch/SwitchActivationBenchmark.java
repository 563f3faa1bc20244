package org.ivrea.server.inswitch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ivrea.freeswitch.real.FreeSwitch;
import org.ivrea.freeswitch.real.Heard;
import org.ivrea.freeswitch.real.PhoneCall;
import org.ivrea.server.admin.AdminClient;
import org.ivrea.server.admin.ServerFiles;
import org.ivrea.server.token.Role;

/// Activates another version each second while calls come to a real FreeSWITCH: `[SECONDS [CALLS-PER-SECOND]]`. Says how
/// many calls were lost or heard a mixed or a wrong version, how long an activation took, and when a new call heard the
/// new version.
final class SwitchActivationBenchmark implements AutoCloseable {
    /// Of the 60 frames of the two tones: how many are heard before a caller thinks of pressing a key, and how many make
    /// a call whole.
    private static final int HALF = 25;
    private static final int ENOUGH = 50;
    private static final long THINKING_MS = 700;

    private final AdminClient admin;
    private final RealSwitch served;
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();
    /// The newest version of which it was asked that it run, and the newest of which that was answered.
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();

    /// @param takenMs until the answer to the activation
    /// @param heardMs until a call that was placed after the answer heard the new version
    private record Activated(double takenMs, double heardMs) {}

    private SwitchActivationBenchmark(Path folder) throws IOException {
        var files = new ServerFiles(folder.resolve("server"));
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        admin = new AdminClient(files, () -> port);
        served = new RealSwitch(folder.resolve("switch"), files.configure(port, "\"requestsPerMinute\": 100000,"));
    }

    static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
        int rate = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        try (var benchmark = new SwitchActivationBenchmark(Files.createTempDirectory("ivrea-activation"));
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            benchmark.run(seconds, rate, callers);
        }
        System.exit(0);
    }

    private void run(int seconds, int rate, ExecutorService callers) throws Exception {
        // The first calls would measure how Java and the switch warm up.
        Activated _ = activate(1);
        for (int i = 0; i < 20; i++) {
            call();
        }
        failed.clear();
        Future<List<Activated>> activations = callers.submit(() -> activating(seconds));
        List<Future<?>> calls = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < seconds * rate; i++) {
            LockSupport.parkNanos(start + i * TimeUnit.SECONDS.toNanos(1) / rate - System.nanoTime());
            calls.add(callers.submit(this::call));
        }
        for (Future<?> call : calls) {
            call.get();
        }
        report(calls.size(), activations.get());
    }

    private List<Activated> activating(int seconds) throws InterruptedException {
        List<Activated> made = new ArrayList<>();
        long start = System.nanoTime();
        for (int second = 1; second < seconds; second++) {
            LockSupport.parkNanos(start + TimeUnit.SECONDS.toNanos(second) - System.nanoTime());
            made.add(activate(second + 1));
        }
        return made;
    }

    private Activated activate(int number) {
        byte[] pack = Tones.version(number);
        admin.put(pack);
        asked.set(number);
        long start = System.nanoTime();
        AdminClient.Answer answer = admin.activate(pack);
        double takenMs = (System.nanoTime() - start) / 1e6;
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.text());
        }
        answered.set(number);
        PhoneCall call = served.phone.call("5000", served.freeSwitch.sipPort());
        try {
            call.awaitBeginning(Tones.hertz(number));
            return new Activated(takenMs, (System.nanoTime() - start) / 1e6);
        } finally {
            call.close();
            served.phone.forget(call);
        }
    }

    /// A caller who hears the tone, presses a key, and hears it once more.
    private void call() {
        int oldest = answered.get();
        PhoneCall call = served.phone.call("5000", served.freeSwitch.sipPort());
        try {
            int status = call.awaitAnswer();
            if (status != 200) {
                failed.add("lost: answered with " + status);
                return;
            }
            FreeSwitch.await(60, "the tone", () -> call.frames(0).size() >= HALF);
            Thread.sleep(THINKING_MS);
            call.press("1");
            call.awaitEnd();
            check(call.frames(0), oldest, asked.get());
        } catch (InterruptedException | AssertionError e) {
            failed.add("lost: " + e.getMessage());
        } finally {
            call.close();
            served.phone.forget(call);
        }
    }

    /// Both tones must have been heard, of one version, which may have run when the call began.
    private void check(List<byte[]> frames, int oldest, int newest) {
        Map<Integer, Long> heard = frames.stream().map(Heard::hertz).filter(hertz -> hertz > 0)
                .collect(Collectors.groupingBy(hertz -> hertz, TreeMap::new, Collectors.counting()));
        // The seam between a tone and silence may sound like another one.
        heard.values().removeIf(count -> count < 3);
        if (heard.size() > 1) {
            failed.add("mixed: heard " + heard);
        } else if (heard.values().stream().mapToLong(Long::longValue).sum() < ENOUGH) {
            failed.add("lost: heard " + heard + " in " + frames.size() + " frames");
        } else {
            int hertz = heard.keySet().iterator().next();
            if (IntStream.rangeClosed(oldest, newest).noneMatch(version -> Tones.hertz(version) == hertz)) {
                failed.add("wrong: heard " + heard + " when versions " + oldest + " to " + newest + " might run");
            }
        }
    }

    private void report(int calls, List<Activated> activations) {
        List<Double> taken = activations.stream().map(Activated::takenMs).sorted().toList();
        List<Double> heard = activations.stream().map(Activated::heardMs).sorted().toList();
        String journeys = admin.get(Role.VIEWER, "/metrics").text().lines()
                .filter(line -> line.startsWith("ivrea_journeys_")).reduce("", (a, b) -> a + " " + b);
        System.out.printf("calls %d, lost, mixed or wrong %d, activations %d%n", calls, failed.size(),
                activations.size());
        System.out.printf("activation answered: median %.1f ms, longest %.1f ms%n", taken.get(taken.size() / 2),
                taken.getLast());
        System.out.printf("a new call has heard the new version: median %.1f ms, longest %.1f ms after the request, its"
                + " set-up included%n", heard.get(heard.size() / 2), heard.getLast());
        System.out.println("journeys:" + journeys);
        failed.stream().limit(10).forEach(System.out::println);
    }

    @Override
    public void close() {
        served.close();
        admin.close();
    }
}
