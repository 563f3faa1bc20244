package org.ivrea.deploy.store;

import java.nio.file.Path;
import java.util.Locale;

/// Where everything lies below the store's folder.
record Layout(Path root) {
    static final String PACKAGE = "package.ivrea";
    static final String PROJECT = "project";
    static final String INFO = "info.json";
    private static final int SHOWN_HASH = 12;

    Path packages() {
        return root.resolve("packages");
    }

    Path active() {
        return root.resolve("active.json");
    }

    Path history() {
        return root.resolve("history.jsonl");
    }

    Path incoming() {
        return root.resolve("incoming");
    }

    Path tmp() {
        return root.resolve("tmp");
    }

    Path lock() {
        return root.resolve("lock");
    }

    /// Exists while a process has calls that use the package.
    Path use(String sha256) {
        return root.resolve("use").resolve(sha256);
    }

    /// Holds all packages of the project.
    Path project(StoredPackage stored) {
        return packages().resolve(stored.name());
    }

    Path folder(StoredPackage stored) {
        return project(stored).resolve(String.format(Locale.ROOT, "%06d-%s-%s", stored.sequence(),
                stored.version(), stored.sha256().substring(0, SHOWN_HASH)));
    }
}
