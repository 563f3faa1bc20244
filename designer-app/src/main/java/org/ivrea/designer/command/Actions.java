package org.ivrea.designer.command;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/// All actions of a window, in the order of its menus.
public final class Actions {
    private final Map<String, Action> actions = new LinkedHashMap<>();
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();

    /// @throws IllegalArgumentException when there is one with the id or the keys already
    public Action add(Action action) {
        for (Action other : actions.values()) {
            if (action.keys() != null && action.keys().equals(other.keys())) {
                throw new IllegalArgumentException(
                        action.keysText() + " is taken: by " + other.id() + ", not " + action.id());
            }
        }
        if (actions.putIfAbsent(action.id(), action) != null) {
            throw new IllegalArgumentException("there is an action " + action.id() + " already");
        }
        return action;
    }

    public Collection<Action> all() {
        return Collections.unmodifiableCollection(actions.values());
    }

    /// Those of a menu.
    public List<Action> of(String menu) {
        return actions.values().stream().filter(action -> action.menu().equals(menu)).toList();
    }

    /// By menu, in their order.
    public Map<String, List<Action>> byMenu() {
        return actions.values().stream()
                .collect(Collectors.groupingBy(Action::menu, LinkedHashMap::new, Collectors.toList()));
    }

    /// @throws IllegalArgumentException when there is none
    public Action get(String id) {
        Action action = actions.get(id);
        if (action == null) {
            throw new IllegalArgumentException("there is no action " + id);
        }
        return action;
    }

    /// Something changed that labels or enablement may depend on.
    public void refresh() {
        followers.forEach(Runnable::run);
    }

    /// Runs at each [#refresh].
    public void follow(Runnable follower) {
        followers.add(follower);
        follower.run();
    }
}
