package org.ivrea.designer.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.flow.json.JsonWriter;
import org.ivrea.flow.project.IoReason;
import org.jspecify.annotations.Nullable;

/// Keeps the settings in a file of the person's. Whatever happens to the file, the designer starts: settings that cannot
/// be read are the usual ones, and such that cannot be written are forgotten at the end.
public final class SettingsStore {
    /// Names another folder than the usual one.
    public static final String PROPERTY = "ivrea.settings";

    private static final String FILE = "designer.json";

    private final Path file;
    private Settings settings;

    private SettingsStore(Path file, Settings settings) {
        this.file = file;
        this.settings = settings;
    }

    /// Those of the person who runs the program.
    public static SettingsStore ofUser() {
        String chosen = System.getProperty(PROPERTY);
        return in(chosen != null
                ? Path.of(chosen)
                : usual(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")),
                        System::getenv));
    }

    /// @param folder need not exist
    public static SettingsStore in(Path folder) {
        Path file = folder.resolve(FILE);
        return new SettingsStore(file, read(file));
    }

    private static Settings read(Path file) {
        try {
            return SettingsJson.read(JsonReader.read(Files.readAllBytes(file), JsonLimits.DEFAULT).value());
        } catch (IOException _) {
            return Settings.USUAL;
        }
    }

    static Path usual(String system, Path home, UnaryOperator<@Nullable String> environment) {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            String roaming = environment.apply("APPDATA");
            return (roaming == null ? home.resolve("AppData/Roaming") : Path.of(roaming)).resolve("Ivrea");
        }
        if (lower.startsWith("mac")) {
            return home.resolve("Library/Application Support/Ivrea");
        }
        String config = environment.apply("XDG_CONFIG_HOME");
        return (config == null || config.isEmpty() ? home.resolve(".config") : Path.of(config)).resolve("ivrea");
    }

    /// Where the settings are, and what is kept beside them.
    public Path folder() {
        return java.util.Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    public Settings get() {
        return settings;
    }

    /// Changes the settings, and writes them at once: another window may start any time. Two windows that write do not
    /// tear the file; the last one wins.
    public void change(UnaryOperator<Settings> change) {
        Settings changed = change.apply(settings);
        if (!changed.equals(settings)) {
            settings = changed;
            write();
        }
    }

    private void write() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path temporary = Files.createTempFile(file.toAbsolutePath().getParent(), FILE, ".tmp");
            try {
                Files.write(temporary, JsonWriter.canonicalBytes(SettingsJson.write(settings)));
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            System.getLogger(SettingsStore.class.getName()).log(System.Logger.Level.WARNING,
                    "The settings cannot be written to " + file + ": " + IoReason.of(e));
        }
    }
}
