package org.ivrea.freeswitch.real;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Places calls at a rate. Each caller goes through the IVR of [Ivr] and listens to what it says.
final class Load implements AutoCloseable {
    private static final List<Integer> EXPECTED = List.of(400, 600, 800, 1_000);

    private static final int PATIENCE_MS = 60_000;

    private final Phone phone;
    private final int port;

    /// What came of a call.
    ///
    /// @param failure empty when the caller heard what it had to
    /// @param afterMenuMs from the end of the first key to the first packet of the branch's prompt
    /// @param afterCodeMs from the end of the last key to the first packet of the goodbye
    record Result(String failure, double afterMenuMs, double afterCodeMs) {}

    Load(int port) {
        this(port, PATIENCE_MS);
    }

    /// @param patienceMs how long callers wait for a prompt
    Load(int port, int patienceMs) {
        this.port = port;
        phone = new Phone(patienceMs);
    }

    List<Result> run(String extension, int calls, double perSecond) throws InterruptedException {
        return run(() -> caller(extension), calls, perSecond, false);
    }

    /// No further call is placed once one has failed.
    List<Result> runUntilOneFails(String extension, int calls, double perSecond) throws InterruptedException {
        return run(() -> caller(extension), calls, perSecond, true);
    }

    /// Callers who hear one prompt.
    List<Result> runShort(String extension, int calls, double perSecond) throws InterruptedException {
        return run(() -> listener(extension), calls, perSecond, false);
    }

    private static List<Result> run(Callable<Result> caller, int calls, double perSecond, boolean untilOneFails)
            throws InterruptedException {
        List<Future<Result>> running = new ArrayList<>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            long began = System.nanoTime();
            for (int i = 0; i < calls && !(untilOneFails && running.stream().anyMatch(Load::hasFailed)); i++) {
                long at = began + (long) (i * 1e9 / perSecond);
                LockSupport.parkNanos(at - System.nanoTime());
                running.add(callers.submit(caller));
            }
            List<Result> results = new ArrayList<>();
            for (Future<Result> call : running) {
                try {
                    results.add(call.get(2, TimeUnit.MINUTES));
                } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
                    results.add(new Result(String.valueOf(e.getCause()), 0, 0));
                }
            }
            return results;
        }
    }

    private static boolean hasFailed(Future<Result> call) {
        return call.state() == Future.State.FAILED
                || (call.state() == Future.State.SUCCESS && !call.resultNow().failure.isEmpty());
    }

    private Result caller(String extension) throws InterruptedException {
        PhoneCall call = phone.call(extension, port);
        try {
            int status = call.awaitAnswer();
            if (status != 200) {
                return new Result("answered with " + status, 0, 0);
            }
            call.awaitBeginning(400);
            Thread.sleep(600);
            call.press("2");
            call.awaitBeginning(800);
            Thread.sleep(200);
            call.press("1234#");
            call.awaitEnd();
            List<Integer> heard = call.heard();
            if (!heard.equals(EXPECTED)) {
                return new Result("heard " + heard, 0, 0);
            }
            List<Long> keys = call.voice().keysEnded();
            return new Result("", first(call, 600, keys.getFirst()), first(call, 1_000, keys.getLast()));
        } finally {
            call.close();
            phone.forget(call);
        }
    }

    private Result listener(String extension) {
        PhoneCall call = phone.call(extension, port);
        try {
            int status = call.awaitAnswer();
            if (status == 200) {
                call.awaitEnd();
            }
            List<Integer> heard = call.heard();
            return new Result(status == 200 && heard.equals(List.of(500)) ? "" : status + ", heard " + heard, 0, 0);
        } finally {
            call.close();
            phone.forget(call);
        }
    }

    private static double first(PhoneCall call, int hertz, long since) {
        for (Voice.Packet packet : call.voice().packets()) {
            if (packet.nanos() > since && Heard.hertz(packet.payload()) == hertz) {
                return (packet.nanos() - since) / 1e6;
            }
        }
        return Double.NaN;
    }

    static long failed(List<Result> results) {
        return results.stream().filter(result -> !result.failure.isEmpty()).count();
    }

    @Override
    public void close() {
        phone.close();
    }
}
