package org.ivrea.freeswitch.real;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Telephones in a process of their own, which can be killed: they place calls, say when they hear the first prompt, and
/// listen until somebody ends them.
final class Callers {
    static final String UP = "up";
    private static final long PAUSE_MS = 25;

    private Callers() {}

    /// @param words extension, port of the switch, number of calls
    public static void main(String[] words) throws InterruptedException {
        var phone = new Phone();
        List<PhoneCall> up = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(words[2]); i++) {
            up.add(phone.call(words[0], Integer.parseInt(words[1])));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MS));
        }
        up.forEach(PhoneCall::awaitAnswer);
        up.forEach(call -> call.awaitBeginning(400));
        System.out.println(UP);
        Thread.currentThread().join();
    }
}
