package org.ivrea.server.cli.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ivrea.flow.json.Position;
import org.ivrea.server.cli.console.Style;

/// Shows places in the files of a project: the line, and a caret below the column. Reads each file once.
final class Excerpts {
    /// What is shown of a long line, in characters.
    private static final int WIDTH = 100;
    /// What is shown of a long line before the place.
    private static final int BEFORE = 60;
    private static final int LARGEST = 32 * 1024 * 1024;
    private static final char ORDER_MARK = '\uFEFF';

    private final Path folder;
    private final Style style;
    private final Map<String, List<String>> files = new HashMap<>();

    Excerpts(Path folder, Style style) {
        this.folder = folder;
        this.style = style;
    }

    /// @return nothing when the file has no such place any more
    List<String> at(String file, Position position) {
        List<String> lines = files.computeIfAbsent(file, this::lines);
        if (position.line() > lines.size()) {
            return List.of();
        }
        String line = lines.get(position.line() - 1);
        int column = Math.min(position.column() - 1, line.length());
        int from = column <= BEFORE || line.length() <= WIDTH ? 0 : column - BEFORE;
        int to = Math.min(line.length(), from + WIDTH);
        String lead = from > 0 ? "…" : "";
        String shown = lead + line.substring(from, to) + (to < line.length() ? "…" : "");
        int caret = lead.length() + line.codePointCount(from, column);
        String number = String.valueOf(position.line());
        return List.of(
                style.faint("%5s | ".formatted(number)) + Style.printable(shown),
                style.faint("      | ") + " ".repeat(caret) + style.error("^"));
    }

    private List<String> lines(String file) {
        Path path = folder.resolve(file);
        try {
            if (Files.size(path) > LARGEST) {
                return List.of();
            }
            String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            return List.of((text.indexOf(ORDER_MARK) == 0 ? text.substring(1) : text).split("\r\n|\n|\r", -1));
        } catch (IOException _) {
            // The problem itself says that the file cannot be read.
            return List.of();
        }
    }
}
