package org.ivrea.designer.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Where the designer keeps what is nobody's document: journals of unsaved changes, locks, recent projects.
///
/// @param path need not exist
public record StateFolder(Path path) {

    /// Names another folder than the usual one.
    public static final String PROPERTY = "ivrea.state";

    /// The folder of the person who runs the program, where the system keeps such things.
    public static StateFolder ofUser() {
        String chosen = System.getProperty(PROPERTY);
        return chosen != null
                ? new StateFolder(Path.of(chosen))
                : usual(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")),
                        System::getenv);
    }

    static StateFolder usual(String system, Path home, UnaryOperator<@Nullable String> environment) {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            String local = environment.apply("LOCALAPPDATA");
            return new StateFolder((local == null ? home.resolve("AppData/Local") : Path.of(local)).resolve("Ivrea"));
        }
        if (lower.startsWith("mac")) {
            return new StateFolder(home.resolve("Library/Application Support/Ivrea"));
        }
        String state = environment.apply("XDG_STATE_HOME");
        return new StateFolder((state == null || state.isEmpty()
                ? home.resolve(".local/state")
                : Path.of(state)).resolve("ivrea"));
    }

    /// The part for one project, by the place of its folder.
    Path ofProject(Path project) {
        Path real;
        try {
            real = project.toRealPath();
        } catch (IOException _) {
            // Whatever it is, it has one name here.
            real = project.toAbsolutePath().normalize();
        }
        Path name = real.getFileName();
        return path.resolve("projects").resolve((name == null ? "root" : name) + "-" + digest(real.toString()));
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
