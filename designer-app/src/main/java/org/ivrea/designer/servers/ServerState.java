package org.ivrea.designer.servers;

import java.util.List;
import java.util.stream.Collectors;
import org.ivrea.deploy.remote.Inventory;
import org.ivrea.deploy.remote.LiveCall;
import org.ivrea.deploy.remote.RemoteFailure;
import org.ivrea.deploy.remote.ServerInfo;
import org.jspecify.annotations.Nullable;

/// What is known of a server.
///
/// @param asking  true while it is being asked
/// @param info    what it said of itself last; `null` when it never answered
/// @param calls   in progress
/// @param failure why it did not answer last; `null` when it did, or was never asked
public record ServerState(boolean asking, @Nullable ServerInfo info, @Nullable Inventory inventory,
        List<LiveCall> calls, @Nullable RemoteFailure failure) {
    static final ServerState UNKNOWN = new ServerState(false, null, null, List.of(), null);

    public ServerState {
        calls = List.copyOf(calls);
    }

    ServerState whileAsking() {
        return new ServerState(true, info, inventory, calls, failure);
    }

    public boolean isUp() {
        return info != null && failure == null;
    }

    /// What runs there: `shop 1.2.0, bank 3.0.0`.
    public String running() {
        return inventory == null
                ? ""
                : inventory.projects().stream().filter(project -> project.active() != null)
                        .map(project -> project.name() + " "
                                + java.util.Objects.requireNonNull(project.active()).version())
                        .collect(Collectors.joining(", "));
    }
}
