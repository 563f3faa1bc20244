package org.ivrea.freeswitch.bridge;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Writes records one behind the other. To be used again and again, by one thread.
///
///     writer.begin(RecordType.SLEEP, 0, call, operation).number(500).text("");
public final class RecordWriter {
    private static final int FIRST_CAPACITY = 512;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private MemorySegment segment = MemorySegment.ofArray(bytes);
    private int used;
    private int record;
    private int fields;

    /// Begins the next record.
    ///
    /// @param call      0 for none
    /// @param operation 0 for none
    public RecordWriter begin(int type, int flags, long call, long operation) {
        record = used;
        fields = 0;
        room(RecordLayout.BODY);
        segment.set(RecordLayout.SHORT, used + RecordLayout.TYPE, (short) type);
        segment.set(RecordLayout.SHORT, used + RecordLayout.FLAGS, (short) flags);
        segment.set(RecordLayout.LONG, used + RecordLayout.CALL, call);
        segment.set(RecordLayout.LONG, used + RecordLayout.OPERATION, operation);
        segment.set(RecordLayout.LONG, used + RecordLayout.AT_MS, 0);
        used += RecordLayout.BODY;
        return whole();
    }

    /// A NUL, which would end the text for C, becomes a blank.
    public RecordWriter text(String text) {
        byte[] encoded = text.replace('\0', ' ').getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + encoded.length + 1);
        segment.set(RecordLayout.INT, used, encoded.length);
        used += Integer.BYTES;
        System.arraycopy(encoded, 0, bytes, used, encoded.length);
        used += encoded.length;
        bytes[used++] = 0;
        fields++;
        return whole();
    }

    public RecordWriter number(long number) {
        return text(Long.toString(number));
    }

    public RecordWriter flag(boolean flag) {
        return text(flag ? "1" : "0");
    }

    /// A LIST: its length, and then each text.
    public RecordWriter list(List<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
        return this;
    }

    /// Adds flags to the last record, such as the one that links it to the next.
    public void flagLast(int flags) {
        int at = record + RecordLayout.FLAGS;
        segment.set(RecordLayout.SHORT, at, (short) (segment.get(RecordLayout.SHORT, at) | flags));
    }

    public boolean isEmpty() {
        return used == 0;
    }

    public int size() {
        return used;
    }

    /// Forgets the last record, which began at this size.
    public void truncate(int size) {
        used = Math.min(used, size);
        record = used;
    }

    /// Forgets what was written, and keeps the memory.
    public void clear() {
        used = 0;
        record = 0;
    }

    void copyTo(MemorySegment target) {
        MemorySegment.copy(segment, 0, target, 0, used);
    }

    /// After each field the record is whole, so that no end needs to be said.
    private RecordWriter whole() {
        segment.set(RecordLayout.INT, record + RecordLayout.SIZE, used - record);
        segment.set(RecordLayout.INT, record + RecordLayout.FIELDS, fields);
        return this;
    }

    private void room(int more) {
        if (bytes.length - used < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, used + more));
            segment = MemorySegment.ofArray(bytes);
        }
    }
}
