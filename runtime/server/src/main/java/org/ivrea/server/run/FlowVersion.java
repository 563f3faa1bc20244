package org.ivrea.server.run;

import java.util.List;
import org.ivrea.deploy.store.PackageUse;
import org.ivrea.freeswitch.environment.Environment;
import org.ivrea.freeswitch.flows.FlowSet;
import org.ivrea.freeswitch.flows.UseCount;

/// What runs in one generation of the store. Its packages stay on the disk until the last call that began in it is over.
///
/// @param number counts loadings of this process
record FlowVersion(long number, long generation, FlowSet flows, Environment environment, UseCount uses) {

    static FlowVersion of(long number, long generation, FlowSet flows, Environment environment,
            List<PackageUse> packages) {
        return new FlowVersion(number, generation, flows, environment,
                new UseCount(() -> packages.forEach(PackageUse::close)));
    }
}
