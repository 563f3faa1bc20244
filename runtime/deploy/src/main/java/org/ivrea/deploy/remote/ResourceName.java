package org.ivrea.deploy.remote;

/// The name of something outside a project, which a server's environment binds.
///
/// @param kind as in `project.json`, such as `queue`
public record ResourceName(String kind, String name) implements Comparable<ResourceName> {
    @Override
    public int compareTo(ResourceName other) {
        int byKind = kind.compareTo(other.kind);
        return byKind == 0 ? name.compareTo(other.name) : byKind;
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
