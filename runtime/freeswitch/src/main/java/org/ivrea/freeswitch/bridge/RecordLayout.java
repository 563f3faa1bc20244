package org.ivrea.freeswitch.bridge;

import java.lang.foreign.ValueLayout;

/// Where the parts of `struct ivrea_record` stand.
final class RecordLayout {
    static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED;
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

    static final int SIZE = 0;
    static final int TYPE = 4;
    static final int FLAGS = 6;
    static final int CALL = 8;
    static final int OPERATION = 16;
    static final int AT_MS = 24;
    static final int FIELDS = 32;
    /// Where the fields begin.
    static final int BODY = 36;

    private RecordLayout() {}
}
