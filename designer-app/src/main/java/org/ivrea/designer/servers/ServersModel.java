package org.ivrea.designer.servers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.ivrea.deploy.remote.Inventory;
import org.ivrea.deploy.remote.RemoteFailure;
import org.ivrea.deploy.remote.ServerInfo;
import org.ivrea.deploy.remote.Target;
import org.ivrea.deploy.remote.TargetClient;
import org.ivrea.deploy.remote.Targets;
import org.ivrea.flow.pack.SignerKey;
import org.jspecify.annotations.Nullable;

/// The person's servers and what is known of them. Used by the thread of the user interface; servers are asked on
/// threads of their own.
public final class ServersModel {
    private final ServerBook book;
    private final TokenVault vault;
    private final KeyRack keys;
    private final Executor ui;
    private final List<Runnable> listeners = new ArrayList<>();
    private final List<ServerEntry> entries = new ArrayList<>();
    private final Map<String, ServerState> states = new HashMap<>();
    private @Nullable String problem;

    /// @param ui runs what belongs on the thread of the user interface
    public ServersModel(ServerBook book, TokenVault vault, KeyRack keys, Executor ui) {
        this.book = book;
        this.vault = vault;
        this.keys = keys;
        this.ui = ui;
        try {
            entries.addAll(book.read());
        } catch (IOException e) {
            problem = e.getMessage();
        }
    }

    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    public List<ServerEntry> entries() {
        return List.copyOf(entries);
    }

    public ServerState state(ServerEntry entry) {
        return states.getOrDefault(entry.id(), ServerState.UNKNOWN);
    }

    /// Why the servers could not be read or written, for people; `null` for no reason.
    public @Nullable String problem() {
        return problem;
    }

    public KeyRack keys() {
        return keys;
    }

    /// Adds a server, or changes the one with the same id.
    ///
    /// @param token `null` to leave it as it is
    public void put(ServerEntry entry, @Nullable String token) {
        int at = indexOf(entry);
        if (at < 0) {
            entries.add(entry);
        } else {
            entries.set(at, entry);
        }
        states.remove(entry.id());
        save();
        inBackground(() -> {
            if (token != null) {
                vault.put(entry.id(), entry.name(), token);
            }
            return null;
        }, _ -> refresh(entry));
    }

    public void remove(ServerEntry entry) {
        entries.removeIf(other -> other.id().equals(entry.id()));
        states.remove(entry.id());
        save();
        inBackground(() -> {
            vault.remove(entry.id());
            return null;
        }, _ -> tell());
    }

    private int indexOf(ServerEntry entry) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).id().equals(entry.id())) {
                return i;
            }
        }
        return -1;
    }

    private void save() {
        try {
            book.write(entries);
            problem = null;
        } catch (IOException e) {
            problem = "The servers cannot be saved: " + e.getMessage();
        }
        tell();
    }

    private interface Work<T extends @Nullable Object> {
        T run() throws IOException;
    }

    private <T extends @Nullable Object> void inBackground(Work<T> work, Consumer<T> done) {
        Thread.ofVirtual().name("ivrea-servers").start(() -> {
            try {
                T result = work.run();
                ui.execute(() -> done.accept(result));
            } catch (IOException e) {
                ui.execute(() -> {
                    problem = "The token cannot be kept: " + e.getMessage();
                    tell();
                });
            }
        });
    }

    /// Asks all servers what runs there.
    public void refresh() {
        entries().forEach(this::refresh);
    }

    public void refresh(ServerEntry entry) {
        if (indexOf(entry) < 0 || state(entry).asking()) {
            return;
        }
        states.put(entry.id(), state(entry).whileAsking());
        tell();
        Thread.ofVirtual().name("ivrea-servers").start(() -> {
            ServerState found = ask(target(entry));
            ui.execute(() -> {
                if (indexOf(entry) >= 0) {
                    states.put(entry.id(), found);
                    tell();
                }
            });
        });
    }

    /// Takes time.
    ServerState ask(Target target) {
        try (TargetClient client = targets().open(target)) {
            ServerInfo info = client.server();
            Inventory inventory = client.inventory();
            return new ServerState(false, info, inventory, client.calls(), null);
        } catch (RemoteFailure e) {
            return new ServerState(false, null, null, List.of(), e);
        } catch (InterruptedException _) {
            return ServerState.UNKNOWN;
        }
    }

    /// The server as the rollout knows it.
    public Target target(ServerEntry entry) {
        return entry.url() != null
                ? new Target.ServerTarget(entry.name(), entry.url(), () -> vault.token(entry.id()),
                        entry.fingerprint(), entry.authority())
                : new Target.FolderTarget(entry.name(), java.util.Objects.requireNonNull(entry.folder()),
                        entry.trustedKeys());
    }

    /// Opens servers; folders take what the person's keys signed.
    public Targets targets() {
        List<SignerKey> own = new ArrayList<>();
        try {
            keys.keys().forEach(key -> own.add(key.signer()));
        } catch (IOException _) {
            own.clear();
        }
        return Targets.real(own, System.getProperty("user.name", "unknown"));
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
