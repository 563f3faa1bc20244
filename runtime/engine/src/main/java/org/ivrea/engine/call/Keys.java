package org.ivrea.engine.call;

/// A set of telephone keys: digits, `*`, `#` and `A` to `D`.
///
/// @param keys each key once, in any order; empty for none
public record Keys(String keys) {

    /// Every key of a telephone, in the order in which they are written.
    public static final String EVERY = "0123456789*#ABCD";

    public static final Keys NONE = new Keys("");
    public static final Keys ALL = new Keys(EVERY);

    public Keys {
        for (int i = 0; i < keys.length(); i++) {
            if (!isKey(keys.charAt(i))) {
                throw new IllegalArgumentException("'" + keys.charAt(i) + "' is no telephone key");
            }
        }
    }

    public static boolean isKey(char key) {
        return EVERY.indexOf(key) >= 0;
    }

    public boolean has(char key) {
        return keys.indexOf(key) >= 0;
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }
}
