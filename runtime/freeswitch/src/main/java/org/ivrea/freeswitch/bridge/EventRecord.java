package org.ivrea.freeswitch.bridge;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// An event of the host: its header, and its fields, which are read one after the other in their order by one thread.
/// What is missing reads as the empty text and as 0.
public final class EventRecord {
    private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private final int type;
    private final long call;
    private final long operation;
    private final long atMs;
    private final byte[] body;
    private int left;
    private int at;

    private EventRecord(int type, long call, long operation, long atMs, int fields, byte[] body) {
        this.type = type;
        this.call = call;
        this.operation = operation;
        this.atMs = atMs;
        this.left = fields;
        this.body = body;
    }

    /// Copies the record at an offset of the host's buffer.
    static EventRecord copyOf(MemorySegment buffer, long offset) {
        int size = sizeAt(buffer, offset);
        return new EventRecord(Short.toUnsignedInt(buffer.get(RecordLayout.SHORT, offset + RecordLayout.TYPE)),
                buffer.get(RecordLayout.LONG, offset + RecordLayout.CALL),
                buffer.get(RecordLayout.LONG, offset + RecordLayout.OPERATION),
                buffer.get(RecordLayout.LONG, offset + RecordLayout.AT_MS),
                buffer.get(RecordLayout.INT, offset + RecordLayout.FIELDS),
                buffer.asSlice(offset + RecordLayout.BODY, (long) size - RecordLayout.BODY)
                        .toArray(ValueLayout.JAVA_BYTE));
    }

    static int sizeAt(MemorySegment buffer, long offset) {
        return buffer.get(RecordLayout.INT, offset + RecordLayout.SIZE);
    }

    /// As [RecordType] says.
    public int type() {
        return type;
    }

    public long call() {
        return call;
    }

    public long operation() {
        return operation;
    }

    /// When it happened, since the call's start.
    public long atMs() {
        return atMs;
    }

    public String text() {
        int length = next();
        return length <= 0 ? "" : new String(body, at - length - 1, length, StandardCharsets.UTF_8);
    }

    public long number() {
        int length = next();
        int from = at - length - 1;
        boolean negative = length > 0 && body[from] == '-';
        long number = 0;
        for (int i = negative ? 1 : 0; i < length; i++) {
            int digit = body[from + i] - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            number = 10 * number + digit;
        }
        return negative ? -number : number;
    }

    public boolean flag() {
        return number() != 0;
    }

    /// The length of a LIST; never more than there are fields.
    public int count() {
        return Math.clamp(number(), 0, left);
    }

    /// PAIRS.
    public Map<String, String> pairs() {
        int count = count();
        Map<String, String> pairs = LinkedHashMap.newLinkedHashMap(count);
        for (int i = 0; i < count && left > 0; i++) {
            pairs.put(text(), text());
        }
        return pairs;
    }

    /// Goes behind the next field.
    ///
    /// @return its length; -1 when there is none
    private int next() {
        if (left <= 0) {
            return -1;
        }
        left--;
        int length = intAt(at);
        at += Integer.BYTES + length + 1;
        return length;
    }

    private int intAt(int offset) {
        int number = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            int position = LITTLE ? i : Integer.BYTES - 1 - i;
            number |= Byte.toUnsignedInt(body[offset + position]) << (Byte.SIZE * i);
        }
        return number;
    }
}
