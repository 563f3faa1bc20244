package org.ivrea.freeswitch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.ivrea.freeswitch.bridge.Bridge.LogLevel;
import org.jspecify.annotations.Nullable;

/// Keeps code of node types from ending the switch by `System.exit`. That runs this as a shutdown hook first, which then
/// does not come back: the thread that asked for the end waits for ever, its call gets the fallback, and everything else
/// goes on. When it is the switch that takes the virtual machine down, this waits until nobody uses the switch any more.
///
/// `Runtime.halt` and crashes in native code cannot be kept off.
final class ExitGuard implements Runnable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final SwitchRuntime runtime;
    private final Thread poller;

    ExitGuard(SwitchRuntime runtime, Thread poller) {
        this.runtime = runtime;
        this.poller = poller;
    }

    void install() {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("ivrea-exit-guard").unstarted(this));
    }

    @Override
    public void run() {
        if (!somebodyExits()) {
            awaitPoller();
            return;
        }
        runtime.bridge().log(0, LogLevel.ERROR, "Something in the Java virtual machine called System.exit, which would"
                + " end the switch. It was kept off; have the node type that does so corrected");
        for (CallTask task : runtime.tasks()) {
            if (isExiting(task.thread())) {
                task.abandon("a node type of the flow called System.exit");
            }
        }
        waitForEver();
    }

    private boolean somebodyExits() {
        return Thread.getAllStackTraces().values().stream().anyMatch(ExitGuard::isExiting)
                || runtime.tasks().stream().anyMatch(task -> isExiting(task.thread()));
    }

    private static boolean isExiting(@Nullable Thread thread) {
        return thread != null && isExiting(thread.getStackTrace());
    }

    private static boolean isExiting(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            if (frame.getClassName().equals("java.lang.Runtime") && frame.getMethodName().equals("exit")) {
                return true;
            }
        }
        return false;
    }

    private void awaitPoller() {
        try {
            boolean _ = poller.join(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void waitForEver() {
        var never = new CountDownLatch(1);
        while (true) {
            try {
                never.await();
            } catch (InterruptedException _) {
                // It has nothing better to do.
            }
        }
    }
}
