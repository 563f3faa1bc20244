package org.ivrea.deploy.remote;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A project on a server.
///
/// @param active   the package that new calls run; `null` for none
/// @param packages all that the server keeps, the newest first
public record ProjectInfo(String name, @Nullable PackageInfo active, List<PackageInfo> packages) {
    public ProjectInfo {
        packages = List.copyOf(packages);
    }
}
