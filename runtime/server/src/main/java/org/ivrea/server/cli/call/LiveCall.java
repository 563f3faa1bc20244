package org.ivrea.server.cli.call;

import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.run.CallOutcome;
import org.ivrea.engine.simulation.Answerer;
import org.ivrea.engine.simulation.PacedClock;
import org.ivrea.engine.simulation.SimulatedCall;
import org.ivrea.server.cli.console.Console;
import org.ivrea.server.cli.console.Style;
import org.jspecify.annotations.Nullable;

/// A call in real time with the caller at the keyboard.
public final class LiveCall {
    /// What hang-up handlers may take when the program is told to end.
    private static final long FAREWELL_MS = 8_000;
    private static final double FAST = 10;

    private final Console console;
    private final Style style;
    private final PacedClock clock;
    private final double speed;
    private boolean fast;

    /// @param speed 1 for real time
    public LiveCall(Console console, Style style, double speed) {
        this.console = console;
        this.style = style;
        this.speed = speed;
        this.clock = new PacedClock(speed);
    }

    /// Has the flow answer, and comes back when all is over.
    ///
    /// @param ask    true to ask for what has no stub
    /// @param report told the outcome at the end, also when the program is told to end meanwhile
    public CallOutcome run(PreparedCall prepared, boolean ask, Consumer<CallOutcome> report) {
        try (TerminalKeys terminal = console.terminal() ? new TerminalKeys() : null) {
            Keyboard keyboard = terminal == null
                    ? new Keyboard(new InputStreamReader(console.in(), StandardCharsets.UTF_8), Keyboard.Mode.NONE)
                    : new Keyboard(terminal.reader(), terminal);
            SimulatedCall call = prepared.simulated(clock, ask
                    ? new Questions(keyboard, clock, console.out(), style, prepared.http() != null)
                    : Answerer.NONE);
            var over = new CountDownLatch(1);
            Thread farewell = Thread.ofPlatform().unstarted(() -> hangUp(call, keyboard, terminal, over));
            Runtime.getRuntime().addShutdownHook(farewell);
            keyboard.start(key -> typed((char) key, call));
            try {
                CallOutcome outcome = prepared.run(call);
                report.accept(outcome);
                return outcome;
            } finally {
                over.countDown();
                forget(farewell);
            }
        }
    }

    private void typed(char key, SimulatedCall call) {
        if (Keys.isKey(key)) {
            call.press(key);
            return;
        }
        switch (key) {
            case 'h' -> call.hangUp();
            case 'p' -> {
                if (clock.isPaused()) {
                    clock.resume();
                } else {
                    clock.pause();
                    note("paused; p goes on");
                }
            }
            case 'f' -> {
                fast = !fast;
                clock.speed(fast ? speed * FAST : speed);
                note(fast ? "ten times as fast; f goes back" : "as before");
            }
            case ' ', '\n', '\r', '\t' -> {
            }
            default -> note(HELP);
        }
    }

    /// What can be typed.
    public static final String HELP = "keys: 0-9 * #, h hangs up, p pauses, f goes faster";

    private void note(String text) {
        PrintWriter out = console.out();
        out.println(style.faint("  (" + text + ")"));
        out.flush();
    }

    /// The program is told to end, by Ctrl-C for instance: the caller hangs up, and the flow does what it does then.
    private void hangUp(SimulatedCall call, Keyboard keyboard, @Nullable TerminalKeys terminal, CountDownLatch over) {
        clock.resume();
        call.hangUp();
        keyboard.end();
        try {
            boolean _ = over.await(FAREWELL_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (terminal != null) {
            terminal.close();
        }
    }

    private static void forget(Thread farewell) {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException _) {
            // It runs already: this was a Ctrl-C.
        }
    }
}
