package org.ivrea.engine.simulation;

import java.util.List;
import org.ivrea.engine.call.Operation.Collect;
import org.ivrea.engine.call.Operation.CollectEnd;
import org.ivrea.engine.call.Operation.CollectResult;
import org.jspecify.annotations.Nullable;

/// Decides key by key when an input is complete.
final class DigitInput {
    private final Collect collect;
    private final StringBuilder digits = new StringBuilder();
    private @Nullable Character terminator;
    private @Nullable CollectEnd end;

    DigitInput(Collect collect) {
        this.collect = collect;
    }

    boolean isComplete() {
        return end != null;
    }

    /// How long the next key may take.
    int timeoutMs() {
        return digits.isEmpty() ? collect.firstDigitTimeoutMs() : collect.interDigitTimeoutMs();
    }

    void accept(char key) {
        if (collect.terminators().has(key)) {
            terminator = key;
            end = CollectEnd.TERMINATOR;
            return;
        }
        digits.append(key);
        if (isDecided(collect.entries())) {
            end = CollectEnd.ENTRY;
        } else if (digits.length() >= collect.max()) {
            end = CollectEnd.MAX_DIGITS;
        }
    }

    /// True when no further key can make an entry of the digits.
    private boolean isDecided(List<String> entries) {
        int length = digits.length();
        for (int i = 0; i < entries.size(); i++) {
            String entry = entries.get(i);
            if (entry.length() > length && beginsWithDigits(entry)) {
                return false;
            }
        }
        return !entries.isEmpty();
    }

    private boolean beginsWithDigits(String entry) {
        for (int i = 0; i < digits.length(); i++) {
            if (entry.charAt(i) != digits.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    CollectResult result() {
        return new CollectResult(digits.toString(), terminator, end == null ? CollectEnd.TIMEOUT : end);
    }
}
