package org.ivrea.designer.window;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.workspace.DiskConflict;
import org.ivrea.designer.workspace.Workspace;
import org.ivrea.designer.workspace.WorkspaceListener;

/// Tells the person what happens to the project outside of what they do, and asks what to do about it.
final class SessionNews implements WorkspaceListener {
    private static final Messages TEXTS = Messages.of(SessionNews.class);
    private static final String RECOVERY = "recovery";
    private static final String READ_ONLY = "read-only";

    private final ProjectSession session;
    private final Workspace workspace;
    private final Notices notices;

    SessionNews(ProjectSession session, Notices notices) {
        this.session = session;
        this.workspace = session.workspace();
        this.notices = notices;
        accessChanged();
        showRecovery();
        workspace.conflicts().values().forEach(this::conflictFound);
    }

    private void showRecovery() {
        workspace.recovery().ifPresentOrElse(recovery -> {
            String at = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .format(recovery.at().atZone(ZoneId.systemDefault()));
            Map<String, Runnable> choices = new LinkedHashMap<>();
            choices.put(TEXTS.get("recovery.recover"), () -> {
                workspace.recover();
                session.flowsChanged();
            });
            choices.put(TEXTS.get("recovery.discard"), workspace::discardRecovery);
            String flows = String.join(", ", recovery.flows().stream().map(flow -> flow.flow()).toList());
            notices.show(RECOVERY, flows.isEmpty()
                    ? TEXTS.get("recovery.settings", at)
                    : TEXTS.get("recovery.text", flows, at), choices);
        }, () -> notices.remove(RECOVERY));
    }

    @Override
    public void flowAdded(String flow) {
        session.flowsChanged();
    }

    @Override
    public void flowRemoved(String flow) {
        notices.remove("conflict-" + flow);
        session.tabs().find(flow).ifPresent(session.tabs()::close);
        session.flowsChanged();
    }

    @Override
    public void flowRenamed(String flow, String newName) {
        session.tabs().find(flow).ifPresent(tab -> tab.named(newName));
        session.flowsChanged();
    }

    @Override
    public void dirtyChanged(String flow, boolean dirty) {
        session.tabs().find(flow).ifPresent(FlowTab::refresh);
        session.frame().refresh();
    }

    @Override
    public void settingsDirtyChanged(boolean dirty) {
        session.frame().refresh();
    }

    @Override
    public void flowReloaded(String flow) {
        session.frame().status(TEXTS.get("reloaded", flow));
        session.flowsChanged();
    }

    @Override
    public void conflictFound(DiskConflict conflict) {
        String flow = conflict.name();
        Map<String, Runnable> choices = new LinkedHashMap<>();
        choices.put(TEXTS.get("conflict.mine"), () -> {
            workspace.keepMine(flow);
            session.frame().refresh();
        });
        choices.put(TEXTS.get("conflict.theirs"), () -> {
            workspace.takeTheirs(flow);
            session.flowsChanged();
        });
        notices.show("conflict-" + flow, conflict.reason(), choices);
    }

    @Override
    public void brokenFilesChanged() {
        session.flowsChanged();
    }

    @Override
    public void unprotected(String message) {
        notices.show("unprotected", message, Map.of(TEXTS.get("understood"), () -> {}));
    }

    @Override
    public void accessChanged() {
        workspace.readOnlyReason().ifPresentOrElse(reason -> {
            Map<String, Runnable> choices = new LinkedHashMap<>();
            if (workspace.lockedBy().isPresent()) {
                choices.put(TEXTS.get("locked.take"), workspace::takeOver);
            }
            notices.show(READ_ONLY, reason, choices);
        }, () -> notices.remove(READ_ONLY));
        showRecovery();
        session.flowsChanged();
    }
}
