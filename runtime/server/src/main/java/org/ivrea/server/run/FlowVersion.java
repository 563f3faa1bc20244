package org.ivrea.server.run;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.ivrea.deploy.store.PackageUse;
import org.ivrea.freeswitch.environment.Environment;
import org.ivrea.freeswitch.flows.FlowSet;
import org.ivrea.freeswitch.flows.UseCount;

/// What runs in one generation of the store. Its packages stay on the disk until the last call that began in it is over.
///
/// @param number  counts loadings of this process
/// @param modules by project and version, for people: the modules of the switch that it needs
record FlowVersion(long number, long generation, FlowSet flows, SortedMap<String, SortedSet<String>> modules,
        Environment environment, UseCount uses) {

    static FlowVersion of(long number, long generation, FlowSet flows, SortedMap<String, SortedSet<String>> modules,
            Environment environment, List<PackageUse> packages) {
        return new FlowVersion(number, generation, flows, modules, environment,
                new UseCount(() -> packages.forEach(PackageUse::close)));
    }
}
