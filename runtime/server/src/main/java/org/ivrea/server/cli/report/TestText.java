package org.ivrea.server.cli.report;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import org.ivrea.engine.script.Coverage;
import org.ivrea.engine.script.ScriptFailure;
import org.ivrea.server.cli.console.Count;
import org.ivrea.server.cli.console.Style;

/// What came of call scripts, for people.
public final class TestText {
    /// Missing ways of one flow that are listed; the rest is counted.
    private static final int MOST_MISSING = 20;

    private final Style style;
    private final PrintWriter out;

    public TestText(Style style, PrintWriter out) {
        this.style = style;
        this.out = out;
    }

    public void print(TestRun run) {
        run.outcomes().forEach(this::print);
        if (!run.outcomes().isEmpty()) {
            out.println();
        }
        String passed = run.passed() + " passed";
        out.println(Count.of(run.outcomes().size(), "call script") + ": "
                + (run.failed() == 0
                        ? style.good(passed)
                        : passed + ", " + style.error(run.failed() + " failed")));
        coverage(run);
        out.flush();
    }

    private void print(ScriptOutcome outcome) {
        ScriptFailure failure = outcome.failure();
        if (failure == null) {
            out.println(style.good("ok") + "      " + Style.printable(outcome.file())
                    + style.faint("  (" + seconds(outcome.callMs()) + " s)"));
            return;
        }
        out.println(style.error("FAILED") + "  " + Style.printable(outcome.file()));
        String story = outcome.transcript().isEmpty()
                ? "  " + outcome.file() + (failure.line() > 0 ? ":" + failure.line() : "") + ": "
                        + failure.message()
                : outcome.transcript();
        Style.printable(story).stripTrailing().lines().forEach(line -> out.println("  " + line));
    }

    private void coverage(TestRun run) {
        if (run.ways().isEmpty()) {
            return;
        }
        Coverage.Report total = run.total();
        out.println("Exits taken: " + style.strong(total.percent() + " %") + " (" + total.taken() + " of "
                + total.declared() + ")");
        int width = run.ways().keySet().stream().map(String::length).max(Comparator.naturalOrder()).orElse(0);
        for (String flow : run.ways().keySet()) {
            Coverage.Report report = run.of(flow);
            out.println("  " + flow + " ".repeat(width - flow.length()) + "  "
                    + "%3d %%  (%d of %d)".formatted(report.percent(), report.taken(), report.declared()));
            missing(report.missing());
        }
    }

    private void missing(List<Coverage.Way> missing) {
        missing.stream().limit(MOST_MISSING).forEach(
                way -> out.println(style.warning("    not taken: ") + Style.printable(way.toString())));
        if (missing.size() > MOST_MISSING) {
            out.println("    and " + (missing.size() - MOST_MISSING) + " more");
        }
    }

    private static String seconds(long ms) {
        return ms / 1_000 + "." + ms % 1_000 / 100;
    }
}
