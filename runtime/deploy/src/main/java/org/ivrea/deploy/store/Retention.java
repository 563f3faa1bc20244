package org.ivrea.deploy.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which packages may go: never one that runs, nor the one that a step back leads to.
final class Retention {
    private final int keep;

    Retention(int keep) {
        this.keep = keep;
    }

    /// @param packages the newest first
    List<StoredPackage> superfluous(List<StoredPackage> packages, StoreState state, List<HistoryEntry> history) {
        Set<String> there = new HashSet<>();
        packages.forEach(stored -> there.add(stored.sha256()));
        Map<String, Integer> kept = new HashMap<>();
        List<StoredPackage> superfluous = new ArrayList<>();
        for (StoredPackage stored : packages) {
            int count = kept.merge(stored.name(), 1, Integer::sum);
            String active = state.active(stored.name());
            boolean needed = stored.sha256().equals(active) || stored.sha256()
                    .equals(new RunOrder(history, stored.name()).before(active, there::contains));
            if (count > keep && !needed) {
                superfluous.add(stored);
            }
        }
        return superfluous;
    }
}
