package org.ivrea.designer.servers;

import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.stage.Window;
import org.ivrea.deploy.remote.Inventory;
import org.ivrea.deploy.remote.RemoteFailure;
import org.ivrea.deploy.remote.TargetClient;
import org.ivrea.designer.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// Takes a project out of service on a server, once the person has confirmed it.
final class OutOfService {
    private static final Messages TEXTS = Parts.TEXTS;

    private final ServersModel model;
    private final ServerEntry server;

    OutOfService(ServersModel model, ServerEntry server) {
        this.model = model;
        this.server = server;
    }

    /// @param told what happens, for people, and whether it went wrong
    void ask(@Nullable Window owner, String project, BiConsumer<String, Boolean> told) {
        if (!Parts.confirm(owner, TEXTS.get("deactivate.title", project), TEXTS.get("deactivate.text", server.name()),
                TEXTS.get("deactivate.do"))) {
            return;
        }
        told.accept(TEXTS.get("deactivate.under"), false);
        Thread.ofVirtual().name("ivrea-servers").start(() -> {
            try (TargetClient client = model.targets().open(model.target(server))) {
                Inventory inventory = client.inventory();
                client.deactivate(project, inventory.generation());
                tell(told, TEXTS.get("deactivate.done", project), false);
            } catch (RemoteFailure e) {
                tell(told, e.getMessage(), true);
            } catch (InterruptedException _) {
                tell(told, "", false);
            }
        });
    }

    private void tell(BiConsumer<String, Boolean> told, String text, boolean wrong) {
        Platform.runLater(() -> {
            told.accept(text, wrong);
            model.refresh(server);
        });
    }
}
