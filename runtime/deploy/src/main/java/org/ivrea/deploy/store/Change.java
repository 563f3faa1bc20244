package org.ivrea.deploy.store;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ivrea.deploy.store.HistoryEntry.Action;
import org.ivrea.deploy.store.StoreFailure.Reason;
import org.ivrea.flow.pack.PackageRefused;
import org.jspecify.annotations.Nullable;

/// Has other packages run than before. Only with the store's lock.
final class Change {
    private final FlowStore store;

    Change(FlowStore store) {
        this.store = store;
    }

    Activation activate(List<String> packages, String by, @Nullable Long expected, boolean allowOlder)
            throws IOException, StoreFailure, PackageRefused {
        StoreState state = expecting(expected);
        List<HistoryEntry> history = store.historyFile().entries(state.generation());
        Map<String, StoredPackage> wanted = new HashMap<>();
        Map<String, Action> actions = new HashMap<>();
        for (String sha256 : packages) {
            StoredPackage stored = store.known(sha256);
            StoredPackage other = wanted.put(stored.name(), stored);
            if (other != null && !other.equals(stored)) {
                throw new StoreFailure(Reason.CONFLICT, "Two packages of the project " + stored.name() + " cannot run "
                        + "at once: " + other.version() + " and " + stored.version());
            }
            boolean older = isOlder(stored, state, history);
            if (older && !allowOlder) {
                throw new StoreFailure(Reason.OLDER, stored.name() + " " + stored.version() + " is older than what ran "
                        + "here already, " + state.newest(stored.name()) + "; if you mean to go back, roll back");
            }
            actions.put(stored.name(), older ? Action.ROLLBACK : Action.ACTIVATE);
        }
        return make(state, wanted, actions, by);
    }

    Activation rollback(String project, @Nullable String to, String by, @Nullable Long expected)
            throws IOException, StoreFailure, PackageRefused {
        StoreState state = expecting(expected);
        if (state.latest(project) == null) {
            throw notRunning(project);
        }
        String target = to == null ? previous(project) : to;
        if (target == null) {
            throw new StoreFailure(Reason.NOT_FOUND, "There is no version of " + project + " to go back to: none ran "
                    + "before this one, or it was removed");
        }
        StoredPackage stored = store.known(target);
        if (!stored.name().equals(project)) {
            throw new StoreFailure(Reason.CONFLICT, "The package " + target + " is of the project " + stored.name()
                    + ", not of " + project);
        }
        return make(state, Map.of(project, stored), Map.of(project, Action.ROLLBACK), by);
    }

    /// Has no package of the project run any more. What ran stays, and is what a step back leads to.
    Activation deactivate(String project, String by, @Nullable Long expected) throws IOException, StoreFailure {
        StoreState state = expecting(expected);
        StoreState.Active active = state.projects().get(project);
        if (active == null) {
            throw notRunning(project);
        }
        StoredPackage stored = store.shelf().find(active.sha256());
        Instant now = store.options().clock().instant();
        store.historyFile().repair(state.generation());
        StoreState next = state.without(project, new StoreState.Retired(active.sha256(), now, by, active.newest()))
                .next();
        store.stateFile().change(next, List.of(new HistoryEntry(next.generation(), now, by, Action.DEACTIVATE, project,
                active.sha256(), null, stored == null ? active.newest() : stored.version())));
        return new Activation(next.generation(), List.of(new Activation.Change(project, active.sha256(), null)));
    }

    private static StoreFailure notRunning(String project) {
        return new StoreFailure(Reason.NOT_FOUND, "No version of the project " + project + " runs here; activate one");
    }

    /// What one step back leads to.
    @Nullable
    String previous(String project) throws IOException, StoreFailure {
        StoreState state = store.stateFile().read();
        List<String> there = store.shelf().list().stream().map(StoredPackage::sha256).toList();
        return new RunOrder(store.historyFile().entries(state.generation()), project).before(state.active(project),
                there::contains);
    }

    private StoreState expecting(@Nullable Long expected) throws IOException, StoreFailure {
        StoreState state = store.stateFile().read();
        if (expected != null && expected != state.generation()) {
            throw new StoreFailure(Reason.CONFLICT, "Somebody else changed what runs here (generation "
                    + state.generation() + ", not " + expected + "). Look at what runs now, and decide again");
        }
        return state;
    }

    private static boolean isOlder(StoredPackage stored, StoreState state, List<HistoryEntry> history) {
        return VersionOrder.isOlder(stored.version(), state.newest(stored.name()))
                || RunOrder.isReplaced(history, stored.sha256(), state.latest(stored.name()));
    }

    private Activation make(StoreState state, Map<String, StoredPackage> wanted, Map<String, Action> actions, String by)
            throws IOException, StoreFailure, PackageRefused {
        List<Activation.Change> changes = wanted.values().stream().sorted((a, b) -> a.name().compareTo(b.name()))
                .map(stored -> new Activation.Change(stored.name(), state.active(stored.name()), stored.sha256()))
                .toList();
        List<StoredPackage> differing = wanted.values().stream()
                .filter(stored -> !stored.sha256().equals(state.active(stored.name())))
                .collect(Collectors.toCollection(ArrayList::new));
        if (differing.isEmpty()) {
            return new Activation(state.generation(), changes);
        }
        for (StoredPackage stored : differing) {
            store.integrity().check(stored);
        }
        store.historyFile().repair(state.generation());
        StoreState next = next(state, differing, by);
        store.stateFile().change(next, entries(state, next, differing, actions, by));
        tidy(next);
        return new Activation(next.generation(), changes);
    }

    private StoreState next(StoreState state, List<StoredPackage> differing, String by) {
        Instant now = store.options().clock().instant();
        StoreState next = state.next();
        for (StoredPackage stored : differing) {
            next = next.with(stored.name(), new StoreState.Active(stored.sha256(), now, by,
                    VersionOrder.newer(state.newest(stored.name()), stored.version())));
        }
        return next;
    }

    private static List<HistoryEntry> entries(StoreState state, StoreState next, List<StoredPackage> differing,
            Map<String, Action> actions, String by) {
        List<HistoryEntry> entries = new ArrayList<>();
        for (StoredPackage stored : differing) {
            String name = stored.name();
            StoreState.Active active = next.projects().get(name);
            Action action = actions.get(name);
            if (active != null && action != null) {
                entries.add(new HistoryEntry(next.generation(), active.since(), by, action, name, state.active(name),
                        stored.sha256(), stored.version()));
            }
        }
        return entries;
    }

    /// What runs is decided by now: that old packages cannot be removed does not change it.
    private void tidy(StoreState state) {
        try {
            store.removal().retain(state);
        } catch (IOException _) {
            // They are tried again with the next change.
            return;
        }
    }
}
