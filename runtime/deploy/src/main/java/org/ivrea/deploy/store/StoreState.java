package org.ivrea.deploy.store;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which package of each project runs.
///
/// @param generation 0 for an empty store, and one more with each change
/// @param projects   by name
public record StoreState(long generation, SortedMap<String, Active> projects) {

    /// Nothing runs yet.
    public static final StoreState EMPTY = new StoreState(0, new TreeMap<>());

    /// @param sha256 of the package that runs
    /// @param since  for people: the clock may have been wrong
    /// @param by     who activated it
    /// @param newest the newest version that ever ran
    public record Active(String sha256, Instant since, String by, String newest) {}

    public StoreState {
        projects = Collections.unmodifiableSortedMap(new TreeMap<>(projects));
    }

    /// The sum of the project's running package; `null` when none runs.
    public @Nullable String active(String project) {
        Active active = projects.get(project);
        return active == null ? null : active.sha256();
    }

    /// Whether the package runs.
    public boolean isActive(String sha256) {
        return projects.values().stream().anyMatch(active -> active.sha256().equals(sha256));
    }
}
