package org.ivrea.server.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson;
import org.ivrea.flow.json.Json;
import org.ivrea.server.config.ServerConfiguration.Journeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class JourneyWriterTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");

    @TempDir private Path parent;
    private final AtomicReference<Instant> now = new AtomicReference<>(MONDAY);
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Path folder() {
        return parent.resolve("journeys");
    }

    private JourneyWriter writer(int queue, long maxBytes) {
        return new JourneyWriter(new Journeys(folder(), 30, maxBytes, queue), now::get, complaints::add);
    }

    private static JourneyWriter.Finished finished(String id, String project, String caller) {
        return new JourneyWriter.Finished(new Journey(id, project, "1.0", "", "main", caller, "5000", MONDAY, 1_500,
                "completed", "NORMAL_CLEARING", "flow", null, List.of(new Journey.Step("main", "hello", "next", 0)),
                List.of(new Journey.Input("main", "hello", "12", "entry")), 0),
                List.of(new TraceJson.Timed(0, new TraceEvent.CallStarted(id, caller, "5000", "main")),
                        new TraceJson.Timed(1_500, new TraceEvent.CallClosed("completed"))));
    }

    private List<String> ids(JourneyFilter filter) throws IOException {
        List<String> ids = new ArrayList<>();
        String after = null;
        do {
            JourneyFolder.Page page = new JourneyFolder(folder()).page(filter, 3, after);
            page.journeys()
                    .forEach(journey -> ids.add(String.valueOf(Objects.requireNonNull(journey.get("id")).asText())));
            after = page.next();
        } while (after != null);
        return ids;
    }

    @Test
    void whatIsHandedOverIsReadAgainPageByPageTheNewestFirst() throws IOException {
        try (JourneyWriter writer = writer(100, 1 << 30)) {
            IntStream.range(0, 8)
                    .forEach(i -> writer.offer(finished("call-" + i, i % 2 == 0 ? "shop" : "bank", "100")));
        }

        assertThat(ids(JourneyFilter.ALL)).containsExactly("call-7", "call-6", "call-5", "call-4", "call-3", "call-2",
                "call-1", "call-0");
        assertThat(ids(new JourneyFilter("shop", MONDAY, MONDAY.plusSeconds(1), "completed"))).hasSize(4);
        assertThat(ids(new JourneyFilter(null, MONDAY.plusSeconds(1), null, null))).isEmpty();
        assertThat(new JourneyFolder(folder()).trace("call-3")).isNotNull().isEqualTo("""
                {"atMs":0,"event":"call-started","callId":"call-3","caller":"100","called":"5000","flow":"main"}
                {"atMs":1500,"event":"call-closed","outcome":"completed"}
                """);
        assertThat(new JourneyFolder(folder()).trace("call-9")).isNull();
    }

    @Test
    void anotherDayBeginsAnotherFileAndOldOnesGo() throws IOException {
        for (int day : List.of(0, 1, 40)) {
            now.set(MONDAY.plus(Duration.ofDays(day)));
            try (JourneyWriter writer = writer(100, 1 << 30)) {
                writer.offer(finished("day-" + day, "shop", "100"));
            }
        }

        assertThat(ids(JourneyFilter.ALL)).containsExactly("day-40");
    }

    @Test
    void aClockThatGoesBackHidesNothing() throws IOException {
        for (int day : List.of(5, 0, 3)) {
            now.set(MONDAY.plus(Duration.ofDays(day)));
            try (JourneyWriter writer = writer(100, 1 << 30)) {
                writer.offer(finished("day-" + day, "shop", "100"));
            }
        }

        assertThat(ids(JourneyFilter.ALL)).containsExactly("day-3", "day-0", "day-5");
    }

    @Test
    void aLineThatACrashCutOffIsForgottenAndTheOthersStay() throws IOException {
        try (JourneyWriter writer = writer(100, 1 << 30)) {
            writer.offer(finished("call-1", "shop", "100"));
        }
        Path file = Segment.all(folder()).getFirst().journeys();
        Files.writeString(file, "{\"id\":\"call-2\",\"pro", StandardOpenOption.APPEND);
        assertThat(ids(JourneyFilter.ALL)).containsExactly("call-1");
        try (JourneyWriter writer = writer(100, 1 << 30)) {
            writer.offer(finished("call-3", "shop", "100"));
        }

        assertThat(ids(JourneyFilter.ALL)).containsExactly("call-3", "call-1");
    }

    @Test
    void whenTheDiskRefusesNobodyWaitsAndWhatIsLostIsCountedAndSaid() throws IOException {
        // No folder can be made below a file.
        Files.writeString(folder(), "in the way");
        try (JourneyWriter writer = writer(5, 1 << 30)) {
            writer.offer(finished("first", "shop", "100"));
            while (complaints.isEmpty()) {
                Thread.onSpinWait();
            }
            for (int i = 0; i < 8; i++) {
                writer.offer(finished("call-" + i, "shop", "100"));
            }
            assertThat(writer.dropped()).isEqualTo(3);
            assertThat(complaints).singleElement().asString().contains("Journeys cannot be written", "Make room");
            Files.delete(folder());
            while (writer.written() < 6) {
                Thread.onSpinWait();
            }
        }

        assertThat(ids(JourneyFilter.ALL)).containsExactly("call-4", "call-3", "call-2", "call-1", "call-0", "first");
        assertThat(complaints.getLast()).contains("3 were lost");
        assertThat(Files.readString(Segment.all(folder()).getFirst().journeys())).contains("{\"gap\":{\"lost\":3,");
    }

    @Test
    void aTableRunsNoFormulas() {
        Json.Obj journey = JourneyJson.write(finished("call-1", "=cmd()", "+49 30 \"1\"").journey());

        assertThat(JourneyCsv.row(journey)).startsWith("call-1,2026-03-02T10:00:00Z,'=cmd(),1.0,main,")
                .contains("\"'+49 30 \"\"1\"\"\"").endsWith("1,main/hello,main/hello:next,main/hello=12\r\n");
        assertThat(JourneyCsv.row(JourneyJson.write(finished("c", "shop", "+4930123").journey())))
                .contains(",+4930123,");
    }
}
