package org.ivrea.designer.workspace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ivrea.designer.edit.Edit;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectDocument;
import org.ivrea.flow.project.ProjectFolder;
import org.ivrea.flow.project.PromptLibrary;

/// The documents that are open, their editors, and the project that they make up now. Used by the thread of the user
/// interface.
final class Documents {

    /// Told of what happens to documents.
    interface Listener {
        /// The project is another one now.
        void projectChanged();

        /// A document changed or was saved; `unsaved` says whether it is on disk as it is now.
        void edited(String file, boolean unsaved);

        /// [WorkspaceListener#dirtyChanged], or that of the settings when the file is theirs.
        void dirtyChanged(String file, boolean dirty);
    }

    private final SortedMap<String, FlowEditor> editors = new TreeMap<>();
    private final Set<String> dirty = new HashSet<>();
    private final ProjectEditor settings;
    private final Listener listener;
    private Project project;

    Documents(Project project, Listener listener) {
        this.project = project;
        this.listener = listener;
        this.settings = new ProjectEditor(project.settings());
        project.flows().forEach(this::watched);
        settings.addListener(this::settingsEdited);
    }

    Project project() {
        return project;
    }

    SortedMap<String, FlowEditor> editors() {
        return editors;
    }

    ProjectEditor settings() {
        return settings;
    }

    FlowEditor add(String flow, FlowDocument document) {
        FlowEditor editor = watched(flow, document);
        enter(project.withFlow(flow, document));
        return editor;
    }

    /// Adds a flow that is nowhere on disk.
    void addUnsaved(String flow, FlowDocument document) {
        add(flow, document).markSaved(FlowDocument.empty(document.name()));
    }

    void remove(String flow) {
        editors.remove(flow);
        dirty.remove(FlowFiles.fileOf(flow));
        enter(project.withoutFlow(flow));
    }

    /// Moves the editor to the new name, and has all flows and the settings name the flow so.
    void rename(String flow, String newName, FlowReferences references) {
        FlowEditor renamed = editors.remove(flow);
        if (renamed == null) {
            return;
        }
        editors.put(newName, renamed);
        renamed.renameFlow(newName);
        dirty.remove(FlowFiles.fileOf(flow));
        project = project.withoutFlow(flow).withFlow(newName, renamed.document());
        editors.values().forEach(editor -> editor.rewrite(references::renamed));
        settings.rewrite(document -> flow.equals(document.main()) ? document.withMain(newName) : document);
        listener.projectChanged();
    }

    /// Tests or prompts changed on disk.
    ///
    /// @param fresh the project as it is on disk now
    void otherFiles(Project fresh) {
        enter(new Project(project.root(), project.settings(), project.flows(),
                new PromptLibrary(project.root(), project.settings().languages()), fresh.tests()));
    }

    /// Makes what was recovered an edit of each document.
    ///
    /// @return the flows that were not there
    List<String> recover(Recovery recovery) {
        String name = WorkspaceTexts.of("edit.recovery");
        List<String> added = new ArrayList<>();
        for (RecoveredFlow flow : recovery.flows()) {
            FlowEditor editor = editors.get(flow.flow());
            if (editor == null) {
                editor = add(flow.flow(), FlowDocument.empty(""));
                added.add(flow.flow());
            }
            editor.seal();
            editor.apply(Edit.of(name, _ -> flow.document()));
        }
        recovery.settings().ifPresent(document -> settings.apply(ProjectEdit.of(name, _ -> document)));
        return added;
    }

    /// Tells the listener of all that is not saved.
    void reportUnsaved() {
        editors.values().forEach(editor -> edited(FlowFiles.fileOf(editor.flow()), editor.isDirty()));
        edited(ProjectFolder.SETTINGS, settings.isDirty());
    }

    private FlowEditor watched(String flow, FlowDocument document) {
        var editor = new FlowEditor(flow, document);
        editor.addListener((before, after) -> {
            if (before.document() != after.document()) {
                enter(project.withFlow(editor.flow(), after.document()));
            }
            if (before.document() != after.document() || before == after) {
                edited(FlowFiles.fileOf(editor.flow()), editor.isDirty());
            }
        });
        editors.put(flow, editor);
        return editor;
    }

    private void settingsEdited(ProjectDocument before, ProjectDocument after) {
        if (before != after) {
            enter(project.withSettings(after));
        }
        edited(ProjectFolder.SETTINGS, settings.isDirty());
    }

    private void edited(String file, boolean unsaved) {
        listener.edited(file, unsaved);
        if (unsaved ? dirty.add(file) : dirty.remove(file)) {
            listener.dirtyChanged(file, unsaved);
        }
    }

    private void enter(Project changed) {
        project = changed;
        listener.projectChanged();
    }
}
