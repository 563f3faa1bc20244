package org.ivrea.deploy.remote;

import java.util.List;

/// What keeps a project from running on a server.
///
/// @param known   false when the target cannot tell, as a folder cannot
/// @param unbound  names that the server's environment does not know
/// @param missing  modules of the switch that are not loaded
/// @param problems whatever else, for people
public record Readiness(boolean known, List<ResourceName> unbound, List<String> missing, List<String> problems) {

    /// Of a target that cannot tell.
    public static final Readiness UNKNOWN = new Readiness(false, List.of(), List.of(), List.of());

    public Readiness {
        unbound = List.copyOf(unbound);
        missing = List.copyOf(missing);
        problems = List.copyOf(problems);
    }

    public boolean isReady() {
        return unbound.isEmpty() && missing.isEmpty() && problems.isEmpty();
    }

    /// What is missing, in one line; empty for nothing.
    public String summary() {
        var parts = new java.util.ArrayList<String>();
        if (!unbound.isEmpty()) {
            parts.add("not bound there: " + String.join(", ", unbound.stream().map(ResourceName::toString).toList()));
        }
        if (!missing.isEmpty()) {
            parts.add("not loaded in its switch: " + String.join(", ", missing));
        }
        parts.addAll(problems);
        return String.join("; ", parts);
    }
}
