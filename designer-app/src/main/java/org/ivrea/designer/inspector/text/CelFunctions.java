package org.ivrea.designer.inspector.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.ivrea.designer.inspector.form.Suggestion;

/// The functions that expressions may use, for completion.
final class CelFunctions {
    private static final List<Suggestion> ALL = read();

    private CelFunctions() {}

    /// Each line is `name | what it gives | help`; a name that begins with a dot follows a value.
    private static List<Suggestion> read() {
        try (InputStream file = Objects.requireNonNull(CelFunctions.class.getResourceAsStream("functions.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("--"))
                    .map(line -> line.split("\\s*\\|\\s*", 3))
                    .map(parts -> new Suggestion(parts[0], parts[1], parts[2])).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Suggestion> functions(String typed) {
        return ALL.stream().filter(function -> !function.text().startsWith(".") && matches(function.text(), typed))
                .toList();
    }

    static List<Suggestion> methods(String typed) {
        return ALL.stream().filter(function -> function.text().startsWith("."))
                .map(function -> new Suggestion(function.text().substring(1), function.detail(), function.help()))
                .filter(function -> matches(function.text(), typed)).toList();
    }

    private static boolean matches(String name, String typed) {
        return name.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT));
    }
}
