package org.ivrea.engine.script;

/// What a script expects to be spoken.
public sealed interface TextMatch {

    /// The words, whatever their case and punctuation: `hear "press 1"`. A number is matched as a whole: `1` is not in
    /// `10`.
    record Words(String text) implements TextMatch {}

    /// A regular expression (RE2), whatever the case: `hear /balance is .* euros/`.
    record Pattern(String regex) implements TextMatch {}
}
