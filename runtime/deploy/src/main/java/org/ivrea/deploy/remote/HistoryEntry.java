package org.ivrea.deploy.remote;

import org.jspecify.annotations.Nullable;

/// Something that was done with a project on a server.
///
/// @param at      as the server's clock had it
/// @param action  `activate`, `rollback` or `remove`
/// @param version of the package that it was done with
public record HistoryEntry(String at, String by, String action, @Nullable String from, @Nullable String to,
        String version) {}
