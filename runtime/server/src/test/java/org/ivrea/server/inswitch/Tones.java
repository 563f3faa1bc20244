package org.ivrea.server.inswitch;

import org.ivrea.server.admin.TestPackage;

/// Versions of the project `shop` that callers tell apart by ear.
final class Tones {
    static final byte[] ONE = version(1);
    static final byte[] TWO = version(2);

    private Tones() {}

    /// Version `NUMBER.0`.
    static byte[] version(int number) {
        return TestPackage.tones("shop", number + ".0", hertz(number));
    }

    private static int hertz(int number) {
        return 400 + 100 * number;
    }

    /// Which version plays it.
    static String version(Integer hertz) {
        return (hertz - 400) / 100 + ".0";
    }
}
