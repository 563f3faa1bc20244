package org.ivrea.server.inswitch;

import org.ivrea.server.admin.TestPackage;

/// Versions of the project `shop` that callers tell apart by ear. Those that are twenty apart sound alike.
final class Tones {
    static final byte[] ONE = version(1);
    static final byte[] TWO = version(2);
    private static final int ALIKE = 20;

    private Tones() {}

    /// Version `NUMBER.0`.
    static byte[] version(int number) {
        return TestPackage.tones("shop", number + ".0", hertz(number));
    }

    static int hertz(int number) {
        return 500 + 100 * (number % ALIKE);
    }

    /// Which of the first versions plays it.
    static String version(Integer hertz) {
        return (hertz - 500) / 100 + ".0";
    }
}
