package org.ivrea.designer;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Whether windows can be opened here. Asked before JavaFX, which would answer with a stack trace.
final class Display {
    private static final String GTK = "libgtk-3.so.0";

    private Display() {}

    /// Why no window can be opened, and what to do about it, in one line; empty when one can.
    static Optional<String> obstacle() {
        return obstacle(System.getProperty("os.name", ""), System.getProperty("glass.platform"), System::getenv,
                Display::canLoad);
    }

    static Optional<String> obstacle(String system, @Nullable String platform,
            UnaryOperator<@Nullable String> environment, Predicate<String> canLoad) {
        if (!system.toLowerCase(Locale.ROOT).startsWith("linux") || "Headless".equals(platform)) {
            return Optional.empty();
        }
        String display = environment.apply("DISPLAY");
        if (display == null || display.isBlank()) {
            return Optional
                    .of("There is no display here (DISPLAY is not set), so the designer cannot open its window.");
        }
        if (!canLoad.test(GTK)) {
            return Optional.of("The designer needs GTK 3, which is not installed. On Debian and Ubuntu:"
                    + " sudo apt-get install libgtk-3-0 libgl1 libxtst6 libxxf86vm1");
        }
        return Optional.empty();
    }

    private static boolean canLoad(String library) {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
