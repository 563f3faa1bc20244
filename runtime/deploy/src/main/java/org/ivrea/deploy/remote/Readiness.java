package org.ivrea.deploy.remote;

import java.util.ArrayList;
import java.util.List;
import org.ivrea.flow.json.Json;

/// What keeps a project from running on a server.
///
/// @param known     false when the target cannot tell, as a folder cannot
/// @param unbound   names that the server's environment does not know
/// @param missing   modules of the switch that are not loaded
/// @param uncertain modules of which the server cannot tell whether they are loaded
/// @param problems  whatever else, for people
public record Readiness(boolean known, List<ResourceName> unbound, List<String> missing, List<String> uncertain,
        List<String> problems) {

    /// Of a target that cannot tell.
    public static final Readiness UNKNOWN = new Readiness(false, List.of(), List.of(), List.of(), List.of());

    public Readiness {
        unbound = List.copyOf(unbound);
        missing = List.copyOf(missing);
        uncertain = List.copyOf(uncertain);
        problems = List.copyOf(problems);
    }

    /// With nothing in the way of what it was asked about.
    public static Readiness of(List<ResourceName> unbound, List<String> missing) {
        return new Readiness(true, unbound, missing, List.of(), List.of());
    }

    public boolean isReady() {
        return unbound.isEmpty() && missing.isEmpty() && problems.isEmpty();
    }

    /// What is missing, in one line; empty for nothing.
    public String summary() {
        List<String> parts = new ArrayList<>();
        if (!unbound.isEmpty()) {
            parts.add("not bound there: " + String.join(", ", unbound.stream().map(ResourceName::toString).toList()));
        }
        if (!missing.isEmpty()) {
            parts.add("not loaded in its switch: " + String.join(", ", missing));
        }
        parts.addAll(problems);
        return String.join("; ", parts);
    }

    /// How the server would refuse.
    public RemoteFailure failure() {
        String code = !unbound.isEmpty() ? "UNBOUND" : problems.isEmpty() ? "MODULE_MISSING" : "INVALID";
        return RemoteFailure.ofCode(code, summary(), Json.obj());
    }
}
