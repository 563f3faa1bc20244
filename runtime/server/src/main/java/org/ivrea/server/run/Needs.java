package org.ivrea.server.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ivrea.deploy.remote.ResourceName;
import org.ivrea.deploy.rollout.ProjectNeeds;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.flow.project.ResourceKind;
import org.ivrea.freeswitch.environment.Environment;
import org.jspecify.annotations.Nullable;

/// What a project needs that the environment does not have.
public final class Needs {
    private Needs() {}

    public static List<ResourceName> unbound(CompiledProject project, Environment environment) {
        return unbound(ProjectNeeds.of(project).names(), environment);
    }

    /// Those of the names that the environment does not bind, sorted.
    public static List<ResourceName> unbound(Iterable<ResourceName> names, Environment environment) {
        List<ResourceName> unbound = new ArrayList<>();
        for (ResourceName name : names) {
            if (!isBound(name, environment)) {
                unbound.add(name);
            }
        }
        return unbound.stream().sorted().distinct().toList();
    }

    private static boolean isBound(ResourceName name, Environment environment) {
        @Nullable ResourceKind kind = ResourceKind.of(name.kind());
        return switch (kind) {
            case null -> false;
            case SERVICE -> environment.http().services().containsKey(name.name());
            // The switch's own list decides about those that are not renamed.
            case APPLICATION -> true;
            default -> environment.names().getOrDefault(kind, Map.of()).containsKey(name.name());
        };
    }
}
