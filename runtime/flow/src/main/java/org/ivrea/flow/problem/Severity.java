package org.ivrea.flow.problem;

import java.util.Locale;

/// How much a problem matters.
public enum Severity {
    /// The flow cannot run.
    ERROR,
    /// The flow runs, but probably not as meant.
    WARNING,
    /// Worth knowing.
    INFO;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
