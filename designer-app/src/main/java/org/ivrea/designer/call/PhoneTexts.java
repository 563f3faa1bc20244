package org.ivrea.designer.call;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.simulation.CallSetup;
import org.ivrea.designer.simulation.CallState;
import org.ivrea.designer.simulation.Waiting;
import org.ivrea.engine.run.CallOutcome;
import org.jspecify.annotations.Nullable;

/// What the phone says about a call.
final class PhoneTexts {
    static final Messages TEXT = Messages.of(PhoneTexts.class);
    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

    private PhoneTexts() {}

    static String title(CallState state) {
        return TEXT.get("phone.title." + state.phase().name().toLowerCase(Locale.ROOT));
    }

    /// Who calls whom, when, in which language.
    static String subtitle(CallSetup setup) {
        String caller = setup.caller().isBlank() ? TEXT.get("caller.withheld") : setup.caller();
        String line = caller + (setup.called().isBlank() ? "" : " → " + setup.called()) + " · "
                + START.format(setup.start()) + " " + setup.start().getZone();
        return setup.language() == null ? line : line + " · " + setup.language();
    }

    static String clock(long ms) {
        long seconds = ms / 1000;
        return String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60);
    }

    /// Tenths are enough to see a timer run.
    static String left(long ms) {
        return String.format(Locale.ROOT, "%.1f s", Math.max(0, ms) / 1000.0);
    }

    /// What is waited for, without the time that is left.
    static String waiting(Waiting waiting) {
        String kind = TEXT.get("wait." + waiting.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        boolean counts = waiting.of() > 1 && waiting.of() < 100
                && (waiting.kind() == Waiting.Kind.INTER_DIGIT || waiting.kind() == Waiting.Kind.FIRST_DIGIT);
        return counts ? TEXT.get("wait.digits", waiting.digits(), waiting.of()) + " · " + kind : kind;
    }

    /// @param trouble on the way; `null` for none
    static String outcome(CallOutcome outcome, @Nullable String trouble) {
        if (outcome.failure() != null) {
            return TEXT.get("outcome.failed", outcome.failure());
        }
        String cause = outcome.end() == null ? "" : outcome.end().cause();
        String end = TEXT.get("outcome." + outcome.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), cause);
        return trouble == null ? end : end + " " + TEXT.get("outcome.trouble", trouble);
    }
}
