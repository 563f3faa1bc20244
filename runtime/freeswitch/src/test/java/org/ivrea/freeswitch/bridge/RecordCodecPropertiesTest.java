package org.ivrea.freeswitch.bridge;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

final class RecordCodecPropertiesTest {

    /// Writes into native memory as a submission does, and reads it as the poller does.
    private static List<EventRecord> roundTrip(RecordWriter writer) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(Math.max(1, writer.size()));
            writer.copyTo(memory);
            List<EventRecord> records = new ArrayList<>();
            for (long at = 0; at < writer.size(); at += EventRecord.sizeAt(memory, at)) {
                records.add(EventRecord.copyOf(memory, at));
            }
            return records;
        }
    }

    @Property(tries = 300)
    void textsComeBack(@ForAll List<String> texts) {
        var writer = new RecordWriter();
        writer.begin(RecordType.EMIT, 0, 1, 2).list(texts);

        EventRecord record = roundTrip(writer).getFirst();

        int count = record.count();
        List<String> read = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            read.add(record.text());
        }
        assertThat(read).isEqualTo(texts.stream().map(RecordCodecPropertiesTest::asC).toList());
    }

    /// Lone surrogates are no text, and a NUL is an end.
    private static String asC(String text) {
        return new String(text.replace('\0', ' ').getBytes(java.nio.charset.StandardCharsets.UTF_8),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    @Property(tries = 300)
    void headersAndNumbersComeBack(@ForAll long call, @ForAll long operation,
            @ForAll @Size(max = 20) List<Long> numbers,
            @ForAll boolean flag) {
        var writer = new RecordWriter();
        RecordWriter fields = writer.begin(RecordType.SLEEP, RecordType.QUIET, call, operation);
        numbers.forEach(fields::number);
        fields.flag(flag);

        EventRecord record = roundTrip(writer).getFirst();

        assertThat(record.type()).isEqualTo(RecordType.SLEEP);
        assertThat(record.call()).isEqualTo(call);
        assertThat(record.operation()).isEqualTo(operation);
        assertThat(numbers).allSatisfy(number -> assertThat(record.number()).isEqualTo(number));
        assertThat(record.flag()).isEqualTo(flag);
        assertThat(record.text()).as("behind the end").isEmpty();
        assertThat(record.number()).isZero();
        assertThat(record.count()).isZero();
    }

    @Property(tries = 100)
    void recordsFollowEachOtherWithoutAGap(@ForAll @Size(min = 1, max = 10) List<String> texts) {
        var writer = new RecordWriter();
        texts.forEach(text -> writer.begin(RecordType.EXECUTE, 0, 7, 8).text(text));

        assertThat(roundTrip(writer)).extracting(EventRecord::text)
                .isEqualTo(texts.stream().map(RecordCodecPropertiesTest::asC).toList());
    }

    @Property(tries = 100)
    void pairsComeBack(@ForAll @Size(max = 20) Map<Short, Integer> pairs) {
        var writer = new RecordWriter();
        RecordWriter fields = writer.begin(RecordType.STARTED, 0, 1, 0).number(pairs.size());
        pairs.forEach((name, value) -> fields.number(name).number(value));

        Map<String, String> read = roundTrip(writer).getFirst().pairs();

        assertThat(read).hasSameSizeAs(pairs);
        pairs.forEach((name, value) -> assertThat(read).containsEntry(name.toString(), value.toString()));
    }

    @Property(tries = 100)
    void whatWasBegunAndGivenUpLeavesNoTrace(@ForAll String kept, @ForAll String givenUp, @ForAll String next) {
        var writer = new RecordWriter();
        writer.begin(RecordType.EXECUTE, 0, 1, 1).text(kept);
        int size = writer.size();
        writer.begin(RecordType.EXECUTE, 0, 1, 2).text(givenUp);
        writer.truncate(size);
        writer.begin(RecordType.EXECUTE, 0, 1, 3).text(next);

        assertThat(roundTrip(writer)).extracting(EventRecord::operation).containsExactly(1L, 3L);
    }
}
