package org.ivrea.deploy.rollout;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ivrea.deploy.remote.ResourceName;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.spec.NodeContents;

/// What a project needs of a server.
///
/// @param names   that the server's environment must bind
/// @param modules that its switch must have loaded, sorted
public record ProjectNeeds(SortedSet<ResourceName> names, List<String> modules) {
    private static final Map<String, String> MODULES = Map.of("queue", "mod_callcenter", "voicemail", "mod_voicemail",
            "conference", "mod_conference");

    public ProjectNeeds {
        names = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(names));
        modules = List.copyOf(modules);
    }

    public static ProjectNeeds of(CompiledProject project) {
        SortedSet<ResourceName> names = new TreeSet<>();
        SortedSet<String> modules = new TreeSet<>();
        for (CompiledFlow flow : project.flows().values()) {
            for (CompiledNode node : flow.nodes()) {
                NodeContents contents = node.contents();
                if (contents != null) {
                    contents.resources().forEach(found -> names.add(
                            new ResourceName(found.value().kind(), found.value().name())));
                }
                String module = MODULES.get(node.document().type());
                if (module != null && node.runs()) {
                    modules.add(module);
                }
            }
        }
        return new ProjectNeeds(names, List.copyOf(modules));
    }
}
