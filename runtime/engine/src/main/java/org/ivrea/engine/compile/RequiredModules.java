package org.ivrea.engine.compile;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ivrea.engine.spec.NodeContents;
import org.ivrea.engine.spec.NodeSpec;

/// The modules of FreeSWITCH without which flows would take `error` exits or go without a prompt.
///
/// Speech engines are not among them, nor the modules of what symbolic names stand for: those are the server's choice.
/// Neither are the say modules, as a voice speaks in their place.
public final class RequiredModules {
    private static final String FILES = "mod_sndfile";
    private static final String SOUNDS = "mod_tone_stream";

    private RequiredModules() {}

    /// Of all flows of a project; nodes that are switched off count for nothing.
    public static SortedSet<String> of(CompiledProject project) {
        SortedSet<String> modules = new TreeSet<>();
        for (CompiledFlow flow : project.flows().values()) {
            for (CompiledNode node : flow.nodes()) {
                if (node.runs() && !node.document().disabled()) {
                    add(node, modules);
                }
            }
        }
        return Collections.unmodifiableSortedSet(modules);
    }

    /// Those of the required ones that are not loaded.
    ///
    /// @param loaded what a switch has loaded
    public static SortedSet<String> missing(Collection<String> required, Collection<String> loaded) {
        SortedSet<String> missing = new TreeSet<>(required);
        missing.removeAll(loaded);
        return Collections.unmodifiableSortedSet(missing);
    }

    private static void add(CompiledNode node, SortedSet<String> modules) {
        NodeSpec spec = node.spec();
        NodeContents contents = node.contents();
        if (spec != null) {
            modules.addAll(List.of(spec.info().modules()));
        }
        if (contents != null) {
            if (!contents.recordings().isEmpty()) {
                modules.add(FILES);
            }
            if (!contents.sounds().isEmpty()) {
                modules.add(SOUNDS);
            }
        }
    }
}
