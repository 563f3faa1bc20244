package org.ivrea.server.run;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ivrea.deploy.remote.ResourceName;
import org.ivrea.deploy.store.StoreFailure;
import org.ivrea.deploy.store.StoredPackage;
import org.ivrea.engine.compile.RequiredModules;
import org.ivrea.engine.run.FlowRunner;
import org.ivrea.freeswitch.extension.Control.Level;
import org.ivrea.freeswitch.flows.LoadedProject;
import org.jspecify.annotations.Nullable;

/// Whether packages would run here: without errors, with all names bound, and all modules of the switch loaded.
final class Fitness {
    private final IvreaServer server;

    Fitness(IvreaServer server) {
        this.server = server;
    }

    /// Before a package is activated.
    void demand(StoredPackage stored) throws StoreFailure, Refusal {
        demandFlowsAndNames(stored);
        List<String> missing = missing(stored);
        if (!missing.isEmpty()) {
            throw Refusal.modules(name(stored) + " needs modules that the switch has not loaded: "
                    + String.join(", ", missing) + ". Have the operator load them (\"load " + missing.getFirst()
                    + "\" at the switch's console, and in modules.conf.xml)", missing);
        }
    }

    /// Before a package runs again that ran before. The way back is not barred by a module: what runs now may need it
    /// as well.
    void demandForRollback(StoredPackage stored) throws StoreFailure, Refusal {
        demandFlowsAndNames(stored);
        List<String> missing = missing(stored);
        if (!missing.isEmpty()) {
            server.log(Level.WARNING, warning(name(stored), missing));
        }
    }

    private List<String> missing(StoredPackage stored) throws StoreFailure {
        return server.missingModules(server.neededModules(stored));
    }

    private void demandFlowsAndNames(StoredPackage stored) throws StoreFailure, Refusal {
        LoadedProject project = server.prepared(stored);
        FlowRunner runner = project.runner();
        if (runner == null || !project.problems().isEmpty()) {
            throw Refusal.errors(name(stored) + " has errors, so calls would not get it: "
                    + (project.problems().isEmpty() ? "it cannot be read" : project.problems().getFirst().toString())
                    + ". Correct them, and make a new version");
        }
        List<ResourceName> unbound = Needs.unbound(runner.project(), server.environment());
        if (!unbound.isEmpty()) {
            throw Refusal.unbound(name(stored) + " needs names that this server does not know: "
                    + String.join(", ", unbound.stream().map(ResourceName::toString).toList())
                    + ". Have the operator bind them in the environment file", unbound);
        }
    }

    /// What the package says that it needs of the switch, and what its flows do need.
    static SortedSet<String> needs(StoredPackage stored, @Nullable FlowRunner runner) {
        SortedSet<String> needs = new TreeSet<>(stored.modules());
        if (runner != null) {
            needs.addAll(RequiredModules.of(runner.project()));
        }
        return needs;
    }

    /// What callers do not get although it runs, for people.
    static List<String> warnings(FlowVersion version, IvreaServer server) {
        List<String> warnings = new ArrayList<>();
        version.modules().forEach((project, needed) -> {
            List<String> missing = server.missingModules(needed);
            if (!missing.isEmpty()) {
                warnings.add(warning(project, missing));
            }
        });
        return warnings;
    }

    static String name(StoredPackage stored) {
        return stored.name() + " " + stored.version();
    }

    private static String warning(String project, List<String> missing) {
        return project + " needs " + String.join(", ", missing) + ", which the switch has not loaded: nodes that need "
                + (missing.size() == 1 ? "it" : "them") + " take their error exit. Have the operator load "
                + (missing.size() == 1 ? "it" : "them");
    }
}
