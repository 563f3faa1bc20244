package org.ivrea.designer.workspace;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.ivrea.designer.edit.Edit;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.project.ProjectDocument;
import org.ivrea.flow.project.ProjectFolder;
import org.jspecify.annotations.Nullable;

/// Takes over what others did to the files of a project: silently where there are no changes of its own, as a conflict
/// for the person to decide where there are. Used by the thread of the user interface.
final class Reconciler {
    private final Documents documents;
    private final ProjectDisk disk;
    private final Executor diskThread;
    private final Consumer<Consumer<WorkspaceListener>> tell;
    private final SortedMap<String, BrokenFile> broken;
    private final SortedMap<String, DiskConflict> conflicts = new TreeMap<>();
    private @Nullable ProjectDocument settingsOnDisk;

    Reconciler(Documents documents, ProjectDisk disk, Executor diskThread, SortedMap<String, BrokenFile> broken,
            Consumer<Consumer<WorkspaceListener>> tell) {
        this.documents = documents;
        this.disk = disk;
        this.diskThread = diskThread;
        this.broken = broken;
        this.tell = tell;
    }

    SortedMap<String, DiskConflict> conflicts() {
        return conflicts;
    }

    /// A look at a flow's file showed this.
    void flow(String flow, Look<FlowDocument> look) {
        FlowEditor editor = documents.editors().get(flow);
        switch (look) {
            case Look.Same<FlowDocument> _ -> conflicts.remove(flow);
            case Look.Changed<FlowDocument>(FlowDocument theirs) -> changed(flow, editor, theirs, look);
            case Look.Gone<FlowDocument> _ -> lost(flow, editor, look);
            case Look.Broken<FlowDocument>(BrokenFile file) -> {
                lost(flow, editor, look);
                if (!file.equals(broken.put(file.file(), file))) {
                    tell.accept(WorkspaceListener::brokenFilesChanged);
                }
            }
        }
    }

    private void changed(String flow, @Nullable FlowEditor editor, FlowDocument theirs, Look<FlowDocument> look) {
        if (broken.remove(FlowFiles.fileOf(flow)) != null) {
            tell.accept(WorkspaceListener::brokenFilesChanged);
        }
        if (editor == null) {
            diskThread.execute(() -> disk.flow(flow).know(theirs));
            documents.add(flow, theirs);
            tell.accept(listener -> listener.flowAdded(flow));
        } else if (!editor.isDirty() || editor.document().equals(theirs)) {
            takeOver(editor, theirs);
        } else {
            conflict(flow, look);
        }
    }

    private void lost(String flow, @Nullable FlowEditor editor, Look<FlowDocument> look) {
        if (editor == null) {
            if (look instanceof Look.Gone && broken.remove(FlowFiles.fileOf(flow)) != null) {
                tell.accept(WorkspaceListener::brokenFilesChanged);
            }
        } else if (editor.isDirty()) {
            conflict(flow, look);
        } else {
            remove(flow);
        }
    }

    private void conflict(String name, Look<?> look) {
        DiskConflict conflict = WorkspaceTexts.conflict(name, look);
        if (!conflict.equals(conflicts.put(name, conflict))) {
            tell.accept(listener -> listener.conflictFound(conflict));
        }
    }

    private void takeOver(FlowEditor editor, FlowDocument theirs) {
        String flow = editor.flow();
        conflicts.remove(flow);
        diskThread.execute(() -> disk.flow(flow).know(theirs));
        editor.seal();
        editor.apply(Edit.of(WorkspaceTexts.of("edit.theirs"), _ -> theirs));
        editor.markSaved(theirs);
        tell.accept(listener -> listener.flowReloaded(flow));
    }

    private void remove(String flow) {
        conflicts.remove(flow);
        diskThread.execute(() -> disk.flow(flow).forget());
        documents.remove(flow);
        tell.accept(listener -> listener.flowRemoved(flow));
    }

    /// A look at the settings' file showed this.
    void settings(Look<ProjectDocument> look) {
        ProjectEditor editor = documents.settings();
        switch (look) {
            case Look.Same<ProjectDocument> _ -> conflicts.remove(ProjectFolder.SETTINGS);
            case Look.Changed<ProjectDocument>(ProjectDocument theirs) -> {
                settingsOnDisk = theirs;
                if (broken.remove(ProjectFolder.SETTINGS) != null) {
                    tell.accept(WorkspaceListener::brokenFilesChanged);
                }
                if (editor.isDirty() && !editor.document().equals(theirs)) {
                    conflict(ProjectFolder.SETTINGS, look);
                } else {
                    settings(theirs);
                }
            }
            case Look.Gone<ProjectDocument> _ -> conflict(ProjectFolder.SETTINGS, look);
            case Look.Broken<ProjectDocument>(BrokenFile file) -> {
                if (!file.equals(broken.put(file.file(), file))) {
                    tell.accept(WorkspaceListener::brokenFilesChanged);
                }
            }
        }
    }

    private void settings(ProjectDocument theirs) {
        conflicts.remove(ProjectFolder.SETTINGS);
        diskThread.execute(() -> disk.settings().know(theirs));
        documents.settings().seal();
        documents.settings().apply(ProjectEdit.of(WorkspaceTexts.of("edit.theirs"), _ -> theirs));
        documents.settings().markSaved(theirs);
    }

    /// The person gives up the changes made here.
    void takeTheirs(String name) {
        DiskConflict conflict = conflicts.remove(name);
        FlowEditor editor = documents.editors().get(name);
        if (conflict == null) {
            return;
        }
        if (name.equals(ProjectFolder.SETTINGS)) {
            if (settingsOnDisk != null) {
                settings(settingsOnDisk);
            }
        } else if (editor != null && conflict.onDisk() != null) {
            takeOver(editor, conflict.onDisk());
        } else if (editor != null) {
            remove(name);
        }
    }

    /// The person stays with the changes made here.
    void keepMine(String name) {
        DiskConflict conflict = conflicts.remove(name);
        if (conflict == null) {
            return;
        }
        if (name.equals(ProjectFolder.SETTINGS)) {
            diskThread.execute(() -> disk.settings().accept());
        } else {
            broken.remove(FlowFiles.fileOf(name));
            diskThread.execute(() -> disk.flow(name).accept());
            FlowEditor editor = documents.editors().get(name);
            if (editor != null && conflict.onDisk() != null) {
                editor.markSaved(conflict.onDisk());
            }
        }
    }
}
