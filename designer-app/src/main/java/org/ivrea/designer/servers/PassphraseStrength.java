package org.ivrea.designer.servers;

/// How long guessing a passphrase would take, roughly: by its length and the kinds of characters in it, and how often
/// they are the same.
enum PassphraseStrength {
    NONE, WEAK, FAIR, STRONG;

    private static final int FAIR_BITS = 50;
    private static final int STRONG_BITS = 75;

    static PassphraseStrength of(CharSequence passphrase) {
        if (passphrase.isEmpty()) {
            return NONE;
        }
        double bits = bits(passphrase);
        return bits >= STRONG_BITS ? STRONG : bits >= FAIR_BITS ? FAIR : WEAK;
    }

    /// From 0 to 1.
    static double share(CharSequence passphrase) {
        return Math.min(1, bits(passphrase) / (STRONG_BITS + 10));
    }

    private static double bits(CharSequence passphrase) {
        long different = passphrase.chars().distinct().count();
        int alphabet = (passphrase.chars().anyMatch(Character::isLowerCase) ? 26 : 0)
                + (passphrase.chars().anyMatch(Character::isUpperCase) ? 26 : 0)
                + (passphrase.chars().anyMatch(Character::isDigit) ? 10 : 0)
                + (passphrase.chars().anyMatch(c -> !Character.isLetterOrDigit(c)) ? 20 : 0);
        double counted = Math.min(passphrase.length(), different * 2.0);
        return counted * Math.log(Math.max(2, alphabet)) / Math.log(2);
    }
}
