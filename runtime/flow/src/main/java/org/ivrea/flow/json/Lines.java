package org.ivrea.flow.json;

import java.util.Arrays;

/// Turns offsets in a text into lines and columns. A line ends with LF, CR LF or CR.
final class Lines {
    private final int[] starts;

    Lines(CharSequence text) {
        int[] found = new int[64];
        int count = 1;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n' || (c == '\r' && !(at + 1 < text.length() && text.charAt(at + 1) == '\n'))) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = at + 1;
            }
        }
        starts = Arrays.copyOf(found, count);
    }

    Position at(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, offset - starts[line] + 1);
    }
}
