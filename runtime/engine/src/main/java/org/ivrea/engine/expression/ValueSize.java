package org.ivrea.engine.expression;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/// How large a value of a flow may be, so that no flow can fill the memory.
public final class ValueSize {
    /// The longest text, in UTF-16 units.
    public static final int LONGEST_TEXT = 65_536;
    /// The most entries of a list or map, those of the lists and maps inside it included.
    public static final int MOST_ENTRIES = 10_000;
    /// The deepest nesting of lists and maps.
    public static final int DEEPEST = 64;

    /// Characters that weigh as much as one entry.
    private static final int CHARACTERS_PER_ENTRY = 32;

    private int entries;
    private long characters;

    private ValueSize() {}

    /// Measures the value, and gives up as soon as it is too large.
    ///
    /// @return a measure of its size: entries and, at 32 to one, characters
    /// @throws EvaluationFailure when it is too large
    public static int check(Object value) {
        if (value instanceof String text) {
            return 1 + checked(text) / CHARACTERS_PER_ENTRY;
        }
        if (!(value instanceof List) && !(value instanceof Map)) {
            return 1;
        }
        var size = new ValueSize();
        size.add(value, 0);
        return size.entries + (int) (size.characters / CHARACTERS_PER_ENTRY) + 1;
    }

    private static int checked(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new EvaluationFailure("The text has " + text.length() + " characters, more than the " + LONGEST_TEXT
                    + " allowed");
        }
        return text.length();
    }

    private void add(Object value, int depth) {
        switch (value) {
            case String text -> characters += checked(text);
            case List<?> list -> addAll(list, depth);
            case Map<?, ?> map -> {
                addAll(map.keySet(), depth);
                entries -= map.size();
                addAll(map.values(), depth);
            }
            default -> {
            }
        }
    }

    private void addAll(Collection<?> items, int depth) {
        if (depth == DEEPEST) {
            throw new EvaluationFailure("The value is nested deeper than the " + DEEPEST + " levels allowed");
        }
        if (items.size() > MOST_ENTRIES - entries) {
            throw new EvaluationFailure("The list or map has more than the " + MOST_ENTRIES + " entries allowed");
        }
        entries += items.size();
        for (Object item : items) {
            add(item, depth + 1);
        }
    }
}
