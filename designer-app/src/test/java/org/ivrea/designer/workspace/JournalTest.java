package org.ivrea.designer.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class JournalTest {
    @TempDir private Path temporary;
    private final List<IOException> failures = new ArrayList<>();
    private Path file = Path.of("");
    private Journal journal = new Journal(file, failures::add);

    @BeforeEach
    void create() {
        file = temporary.resolve("state/journal-test");
        journal = new Journal(file, failures::add);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private List<JournalEntry> entries() throws IOException {
        return JournalEntry.read(Files.readAllBytes(file));
    }

    @Test
    void onlyTheNewestOfSeveralStatesIsWritten() throws IOException {
        for (int count = 0; count < 100; count++) {
            byte[] content = ("state " + count).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            journal.unsaved("flows/a.flow.json", () -> content);
        }
        journal.flush().join();
        assertThat(entries()).hasSizeLessThan(100);
        assertThat(entries().getLast().content()).asString().isEqualTo("state 99");
    }

    @Test
    void nothingIsLeftWhenAllIsSaved() throws IOException {
        journal.unsaved("a", () -> new byte[] {1});
        journal.unsaved("b", () -> new byte[] {2});
        journal.flush().join();
        journal.saved("a");
        journal.flush().join();
        assertThat(entries()).extracting(JournalEntry::file).containsExactly("a", "b", "a");
        journal.saved("b");
        journal.flush().join();
        assertThat(entries()).isEmpty();
    }

    @Test
    void aLargeJournalIsReplacedByTheNewestStates() throws IOException {
        byte[] large = new byte[20 << 20];
        journal.unsaved("a", () -> large);
        journal.flush().join();
        journal.unsaved("b", () -> new byte[] {7});
        journal.unsaved("a", () -> large);
        journal.flush().join();
        assertThat(Files.size(file)).isLessThan(21L << 20);
        assertThat(entries()).extracting(JournalEntry::file).containsExactlyInAnyOrder("a", "b");
        journal.unsaved("b", () -> new byte[] {8});
        journal.flush().join();
        assertThat(entries().getLast().content()).containsExactly(8);
    }

    @Test
    void whatWasCutOffOrDamagedEndsTheReading() {
        byte[] first = new JournalEntry("a", java.time.Instant.EPOCH, new byte[] {1, 10, 2}).toBytes();
        byte[] second = new JournalEntry("b", java.time.Instant.EPOCH, new byte[] {3}).toBytes();
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        assertThat(JournalEntry.read(both)).hasSize(2);
        for (int length = first.length; length < both.length; length++) {
            assertThat(JournalEntry.read(java.util.Arrays.copyOf(both, length))).as("%d bytes", length).hasSize(1);
        }
        both[both.length - 1] = 4;
        assertThat(JournalEntry.read(both)).hasSize(1);
        assertThat(JournalEntry.read(new byte[] {'x', '\n'})).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenIsReportedOnce() throws IOException {
        Path inTheWay = Files.writeString(temporary.resolve("file"), "");
        try (var broken = new Journal(inTheWay.resolve("journal"), failures::add)) {
            broken.unsaved("a", () -> new byte[] {1});
            broken.flush().join();
            broken.unsaved("a", () -> new byte[] {2});
            broken.flush().join();
            assertThat(failures).hasSize(1);
        }
    }
}
