package org.ivrea.deploy.rollout;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ivrea.deploy.remote.ResourceName;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.compile.RequiredModules;
import org.ivrea.engine.spec.NodeContents;

/// What a project needs of a server.
///
/// @param names   that the server's environment must bind
/// @param modules that its switch must have loaded, sorted
public record ProjectNeeds(SortedSet<ResourceName> names, List<String> modules) {
    public ProjectNeeds {
        names = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(names));
        modules = List.copyOf(modules);
    }

    public static ProjectNeeds of(CompiledProject project) {
        SortedSet<ResourceName> names = new TreeSet<>();
        for (CompiledFlow flow : project.flows().values()) {
            for (CompiledNode node : flow.nodes()) {
                NodeContents contents = node.contents();
                if (contents != null) {
                    contents.resources().forEach(found -> names.add(
                            new ResourceName(found.value().kind(), found.value().name())));
                }
            }
        }
        return new ProjectNeeds(names, List.copyOf(RequiredModules.of(project)));
    }
}
