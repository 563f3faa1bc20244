package org.ivrea.deploy.store;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which package of each project runs.
///
/// @param generation 0 for an empty store, and one more with each change
/// @param projects   those that run, by name
/// @param retired    those that ran and do not any more, by name
public record StoreState(long generation, SortedMap<String, Active> projects, SortedMap<String, Retired> retired) {

    /// Nothing runs yet.
    public static final StoreState EMPTY = new StoreState(0, new TreeMap<>(), new TreeMap<>());

    /// @param sha256 of the package that runs
    /// @param since  for people: the clock may have been wrong
    /// @param by     who activated it
    /// @param newest the newest version that ever ran
    public record Active(String sha256, Instant since, String by, String newest) {}

    /// @param last   the sum of the package that ran last
    /// @param since  for people: the clock may have been wrong
    /// @param by     who deactivated it
    /// @param newest the newest version that ever ran
    public record Retired(String last, Instant since, String by, String newest) {}

    public StoreState {
        projects = Collections.unmodifiableSortedMap(new TreeMap<>(projects));
        retired = Collections.unmodifiableSortedMap(new TreeMap<>(retired));
    }

    /// The sum of the project's running package; `null` when none runs.
    public @Nullable String active(String project) {
        Active active = projects.get(project);
        return active == null ? null : active.sha256();
    }

    /// The sum of the package that runs, or else of the one that ran last; `null` when none ever did.
    @Nullable
    String latest(String project) {
        Retired gone = retired.get(project);
        return gone == null ? active(project) : gone.last();
    }

    /// The newest version of the project that ever ran; empty for none.
    String newest(String project) {
        Active active = projects.get(project);
        Retired gone = retired.get(project);
        return active != null ? active.newest() : gone != null ? gone.newest() : "";
    }

    /// Whether the package runs.
    public boolean isActive(String sha256) {
        return projects.values().stream().anyMatch(active -> active.sha256().equals(sha256));
    }

    /// The same state, in which the project runs that.
    StoreState with(String project, Active active) {
        var running = new TreeMap<>(projects);
        running.put(project, active);
        var gone = new TreeMap<>(retired);
        gone.remove(project);
        return new StoreState(generation, running, gone);
    }

    /// The same state, in which the project runs no more.
    StoreState without(String project, Retired then) {
        var running = new TreeMap<>(projects);
        running.remove(project);
        var gone = new TreeMap<>(retired);
        gone.put(project, then);
        return new StoreState(generation, running, gone);
    }

    StoreState next() {
        return new StoreState(generation + 1, projects, retired);
    }
}
