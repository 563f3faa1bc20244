package org.ivrea.server.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ivrea.deploy.store.FlowStore;
import org.ivrea.deploy.store.StoreFailure;
import org.ivrea.deploy.store.StoredPackage;
import org.ivrea.freeswitch.flows.LoadedProject;
import org.ivrea.freeswitch.flows.ProjectLoader;
import org.ivrea.freeswitch.flows.ProjectVersion;

/// Packages ready for calls: read, compiled and rehearsed once each. The last ones are kept.
final class Prepared {
    private static final int KEPT = 32;

    private final FlowStore store;
    private final ProjectLoader loader;
    private final Map<String, LoadedProject> bySum = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, LoadedProject> eldest) {
            return size() > KEPT;
        }
    };

    Prepared(FlowStore store, ProjectLoader loader) {
        this.store = store;
        this.loader = loader;
    }

    synchronized LoadedProject of(StoredPackage stored) throws StoreFailure {
        LoadedProject known = bySum.get(stored.sha256());
        if (known != null) {
            return known;
        }
        LoadedProject loaded = loader.project(stored.name(), store.project(stored.sha256()),
                new ProjectVersion(stored.version(), stored.sha256()));
        Rehearsal.of(loaded);
        bySum.put(stored.sha256(), loaded);
        return loaded;
    }
}
