package org.ivrea.server.token;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What somebody may do; each role may do what those before it may.
public enum Role {
    /// Look.
    VIEWER,
    /// Upload, activate and roll back.
    DEPLOYER,
    /// Remove, and read who did what.
    ADMIN;

    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }

    /// As files and messages have it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @return `null` for a word that is no role
    public static @Nullable Role of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst().orElse(null);
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Role::word).toList();
    }
}
