package org.ivrea.freeswitch;

import java.util.concurrent.CountDownLatch;
import org.ivrea.freeswitch.bridge.Bridge.LogLevel;

/// Keeps code of node types from ending the switch by `System.exit`. That runs this as a shutdown hook first, which does
/// not come back unless the switch itself is stopping: the thread that asked for the end waits for ever, its call gets
/// the fallback, and everything else goes on.
///
/// `Runtime.halt` and crashes in native code cannot be kept off.
final class ExitGuard implements Runnable {
    private final SwitchRuntime runtime;

    ExitGuard(SwitchRuntime runtime) {
        this.runtime = runtime;
    }

    void install() {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("ivrea-exit-guard").unstarted(this));
    }

    @Override
    public void run() {
        if (runtime.stopping()) {
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

    private static boolean isExiting(@org.jspecify.annotations.Nullable Thread thread) {
        if (thread == null) {
            return false;
        }
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.getClassName().equals("java.lang.Runtime") && frame.getMethodName().equals("exit")) {
                return true;
            }
        }
        return false;
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
