package org.ivrea.flow.json;

import org.jspecify.annotations.Nullable;

/// Gives equal member names of one text as one `String`: a flow repeats a few names many thousand times.
final class NameCache {
    private static final int SLOTS = 256;
    private static final int LONGEST = 32;

    private final @Nullable String[] slots = new String[SLOTS];

    String of(String text, int start, int end) {
        int length = end - start;
        if (length > LONGEST) {
            return text.substring(start, end);
        }
        int hash = length;
        for (int at = start; at < end; at++) {
            hash = 31 * hash + text.charAt(at);
        }
        int slot = (hash ^ hash >>> 8) & SLOTS - 1;
        String known = slots[slot];
        if (known != null && known.length() == length && text.startsWith(known, start)) {
            return known;
        }
        String name = text.substring(start, end);
        slots[slot] = name;
        return name;
    }
}
