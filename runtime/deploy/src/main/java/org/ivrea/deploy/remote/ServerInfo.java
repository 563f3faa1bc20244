package org.ivrea.deploy.remote;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a server says of itself.
///
/// @param version of the server's Ivrea
/// @param modules of its switch; `null` when the server does not know
public record ServerInfo(String name, String version, int apiVersion, List<Integer> packageFormats, int flowFormat,
        @Nullable List<String> modules, long generation) {

    /// The version of the admin interface that this release speaks.
    public static final int API_VERSION = 1;

    public ServerInfo {
        packageFormats = List.copyOf(packageFormats);
        modules = modules == null ? null : List.copyOf(modules);
    }
}
