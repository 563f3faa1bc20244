package org.ivrea.designer.window;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ivrea.designer.call.CallModel;
import org.ivrea.designer.command.Action;
import org.ivrea.designer.command.Actions;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.simulation.CallSession;

import static org.ivrea.designer.window.WindowActions.action;

/// What is done with the simulated call.
final class CallCommands {
    private static final Messages TEXTS = Messages.of(CallCommands.class);

    private final Supplier<Optional<ProjectSession>> session;

    CallCommands(Supplier<Optional<ProjectSession>> session) {
        this.session = session;
    }

    void addTo(Actions all) {
        all.add(action("call.call", () -> parts().ifPresent(CallParts::callOrHangUp)).key("F5").icon("phone")
                .when(() -> parts().isPresent())
                .labelled(() -> TEXTS.get(isUp() ? "action.call.call.up" : "action.call.call")));
        all.add(action("call.phone", () -> parts().ifPresent(it -> it.showPhone(!it.isPhoneShown())))
                .key("Shortcut+Shift+K").when(() -> parts().isPresent())
                .switching(() -> parts().map(CallParts::isPhoneShown).orElse(false)));
        all.add(action("call.pause", () -> calls().ifPresent(CallModel::togglePause)).key("F8").when(this::isUp)
                .icon("pause"));
        all.add(onCall("call.over", CallSession::stepOver).key("F10"));
        all.add(onCall("call.step", CallSession::step).key("F11"));
        all.add(onCall("call.out", CallSession::stepOut).key("Shift+F11"));
        all.add(onCall("call.skip", CallSession::skipToCaller).key("F7"));
        all.add(action("call.tests", () -> session.get().ifPresent(it -> {
            it.showPanel("tests");
            it.calls().desk().tests().runAll();
        })).key("Shortcut+Shift+T").when(() -> parts().isPresent()).icon("check-square"));
        panel(all, "trace");
        panel(all, "variables");
        panel(all, "console");
        panel(all, "breakpoints");
        panel(all, "world");
        panel(all, "replay");
    }

    private void panel(Actions all, String id) {
        all.add(action("call." + id, () -> session.get().ifPresent(it -> it.showPanel(id)))
                .when(() -> parts().isPresent()));
    }

    private Action onCall(String id, Consumer<CallSession> run) {
        return action(id, () -> calls().map(CallModel::session).ifPresent(run)).when(this::isUp);
    }

    private Optional<CallParts> parts() {
        return session.get().map(ProjectSession::calls);
    }

    private Optional<CallModel> calls() {
        return parts().map(it -> it.desk().calls());
    }

    private boolean isUp() {
        return calls().map(it -> it.state().isUp()).orElse(false);
    }
}
