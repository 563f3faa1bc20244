package org.ivrea.engine.simulation;

import java.util.Locale;

/// Constants as traces and scripts name them.
public final class Names {
    private Names() {}

    /// `NO_ANSWER` is `no-answer`.
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
