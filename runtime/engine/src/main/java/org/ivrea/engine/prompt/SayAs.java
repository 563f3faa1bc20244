package org.ivrea.engine.prompt;

import java.util.Locale;

/// How a value is said.
public enum SayAs {
    /// One by one: "one two three".
    DIGITS,
    /// "one hundred twenty-three".
    NUMBER,
    /// "first".
    ORDINAL,
    /// "twelve euros and fifty cents".
    MONEY,
    /// A date: "Monday, the second of March".
    DATE,
    /// A time of day.
    TIME,
    /// Whole seconds as hours, minutes and seconds.
    DURATION,
    /// Letter by letter.
    SPELL;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
