package org.ivrea.server.cli.console;

/// Numbers with their noun.
public final class Count {
    private Count() {}

    /// `1 error`, `2 errors`.
    ///
    /// @param noun in the singular, whose plural ends with s
    public static String of(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
