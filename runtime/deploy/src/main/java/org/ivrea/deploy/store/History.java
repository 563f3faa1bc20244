package org.ivrea.deploy.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ivrea.deploy.store.Members.DamagedFile;

/// `history.jsonl`: what was done, a line each. A line is written before what it tells is done; that of a change that
/// never came about is recognised by its generation, and cut off.
final class History {
    private final Disk disk;
    private final Layout layout;
    private final Path file;

    History(Disk disk, Layout layout) {
        this.disk = disk;
        this.layout = layout;
        file = layout.history();
    }

    /// What came about, oldest first.
    List<HistoryEntry> entries(long generation) throws IOException {
        List<HistoryEntry> entries = new ArrayList<>();
        for (String line : text().lines().toList()) {
            try {
                HistoryEntry entry = HistoryCodec.read(line);
                if (entry.generation() <= generation) {
                    entries.add(entry);
                }
            } catch (DamagedFile _) {
                // The line that a crash cut off, or one that somebody edited; the others count all the same.
                continue;
            }
        }
        return entries;
    }

    /// Cuts off what a crash left behind the last line that counts. Only with the store's lock.
    void repair(long generation) throws IOException {
        String text = text();
        long good = 0;
        for (int start = 0, end; start < text.length(); start = end) {
            int feed = text.indexOf('\n', start);
            if (feed < 0) {
                break;
            }
            end = feed + 1;
            if (counts(text.substring(start, feed), generation)) {
                good += text.substring(start, end).getBytes(StandardCharsets.UTF_8).length;
            } else {
                break;
            }
        }
        if (Files.exists(file) && good < Files.size(file)) {
            cut(good);
        }
    }

    /// A line in the middle that cannot be read was edited by somebody: it is theirs.
    private static boolean counts(String line, long generation) {
        try {
            return HistoryCodec.read(line).generation() <= generation;
        } catch (DamagedFile _) {
            return true;
        }
    }

    /// Adds entries, all or none.
    void add(List<HistoryEntry> entries) throws IOException {
        var lines = new StringBuilder();
        entries.forEach(entry -> lines.append(HistoryCodec.write(entry)).append('\n'));
        boolean isNew = !Files.exists(file);
        long before = isNew ? 0 : Files.size(file);
        try {
            disk.append(file, lines.toString().getBytes(StandardCharsets.UTF_8));
            disk.force(file);
            if (isNew) {
                disk.force(layout.root());
            }
        } catch (IOException e) {
            if (Files.exists(file)) {
                cut(before);
            }
            throw e;
        }
    }

    private void cut(long size) throws IOException {
        disk.truncate(file, size);
        disk.force(file);
    }

    private String text() throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
