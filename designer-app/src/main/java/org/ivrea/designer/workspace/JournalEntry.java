package org.ivrea.designer.workspace;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// One entry of a journal: a line that says what follows, then the file's text as it would be saved.
///
/// ```
/// flows/main.flow.json 1764001234567 1805 5f3c01aa
/// {
///   "formatVersion": 1, …
/// ```
///
/// @param file    the document's file, relative to the project
/// @param at      when the change was made
/// @param content `null` when the file on disk is up to date
record JournalEntry(String file, Instant at, byte @Nullable [] content) {
    private static final String SAVED = "-";

    byte[] toBytes() {
        byte[] body = content == null ? new byte[0] : content;
        String head = file + " " + at.toEpochMilli() + " " + (content == null ? SAVED : body.length) + " "
                + Long.toHexString(checksum(file, body)) + "\n";
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /// The entries of a journal up to the first that was not written to its end.
    static List<JournalEntry> read(byte[] journal) {
        List<JournalEntry> entries = new ArrayList<>();
        int at = 0;
        while (at < journal.length) {
            int end = at;
            while (end < journal.length && journal[end] != '\n') {
                end++;
            }
            String[] head = new String(journal, at, end - at, StandardCharsets.UTF_8).split(" ", -1);
            if (end == journal.length || head.length != 4 || !isNumber(head[1])
                    || !head[2].equals(SAVED) && !isNumber(head[2])) {
                break;
            }
            long announced = head[2].equals(SAVED) ? 0 : Long.parseLong(head[2]);
            if (announced > journal.length - end - 1) {
                break;
            }
            int length = (int) announced;
            byte[] body = Arrays.copyOfRange(journal, end + 1, end + 1 + length);
            if (!Long.toHexString(checksum(head[0], body)).equals(head[3])) {
                break;
            }
            entries.add(new JournalEntry(head[0], Instant.ofEpochMilli(Long.parseLong(head[1])),
                    head[2].equals(SAVED) ? null : body));
            at = end + 1 + length;
        }
        return entries;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= 15 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static long checksum(String file, byte[] body) {
        var crc = new CRC32();
        crc.update(file.getBytes(StandardCharsets.UTF_8));
        crc.update(body);
        return crc.getValue();
    }
}
