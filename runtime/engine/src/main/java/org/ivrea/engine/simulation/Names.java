package org.ivrea.engine.simulation;

import java.util.Locale;

/// Constants as traces and scripts name them.
final class Names {
    private Names() {}

    /// `NO_ANSWER` is `no-answer`.
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
