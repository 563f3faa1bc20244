package org.ivrea.designer.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ivrea.designer.edit.Edit;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.workspace.extract.SubflowExtraction;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectCodec;
import org.ivrea.flow.project.ProjectFolder;

/// A project that is open for editing. Its methods are called on one thread, that of the user interface; whatever
/// touches the disk or takes long is done on others, and results come back on that thread.
///
/// Unsaved changes are kept in a journal outside of the project, so that they survive a crash; what others change on
/// disk is taken over or becomes a [DiskConflict]; and only one workspace at a time saves a project.
public final class Workspace implements AutoCloseable {
    private final Path folder;
    private final NodeRegistry registry;
    private final FlowCodec codec;
    private final Executor uiThread;
    private final Documents documents;
    private final Session session;
    private final Saving saving;
    private final Reconciler reconciler;
    private final Analyses analyses;
    private final SortedMap<String, BrokenFile> broken;
    private final List<Problem> fileProblems;
    private final FlowChanges flowChanges;
    private final List<WorkspaceListener> listeners = new CopyOnWriteArrayList<>();
    private boolean closed;

    private Workspace(Path folder, NodeRegistry registry, Executor uiThread, StateFolder state)
            throws WorkspaceFailure {
        this.folder = folder.toAbsolutePath().normalize();
        this.registry = registry;
        this.codec = new FlowCodec(registry, JsonLimits.DEFAULT);
        this.uiThread = uiThread;
        OpenedProject opened = OpenedProject.open(this.folder, codec);
        this.broken = new TreeMap<>(opened.broken());
        this.fileProblems = opened.problems();
        this.documents = new Documents(opened.project(), new Edited());
        this.session = new Session(this.folder, state, codec,
                message -> onUiThread(() -> tell(listener -> listener.unprotected(message))));
        session.begin(opened.project());
        this.saving = new Saving(this.folder, registry, codec, opened, session, this::onUiThread);
        this.reconciler = new Reconciler(documents, saving.disk(), saving.thread(), broken, this::tell);
        this.flowChanges = new FlowChanges(registry, documents, saving, session, broken, this::tell, this::refresh);
        this.analyses = new Analyses(opened.project(), registry, problemsOfFiles(), this::onUiThread);
        saving.watch(this::refresh);
        projectChanged();
    }

    /// Opens the project in a folder.
    ///
    /// @param uiThread runs what belongs on the thread that uses the workspace
    /// @throws WorkspaceFailure when there is no project; files that cannot be read do not keep it from opening
    public static Workspace open(Path folder, NodeRegistry registry, Executor uiThread) throws WorkspaceFailure {
        return open(folder, registry, uiThread, StateFolder.ofUser());
    }

    /// Opens the project, with another place than the usual one for journal and lock.
    public static Workspace open(Path folder, NodeRegistry registry, Executor uiThread, StateFolder state)
            throws WorkspaceFailure {
        var opened = new Workspace(folder, registry, uiThread, state);
        opened.analyse();
        return opened;
    }

    /// Opens the project, but compiles and checks nothing before [#analyse].
    public static Workspace openOnly(Path folder, NodeRegistry registry, Executor uiThread) throws WorkspaceFailure {
        return new Workspace(folder, registry, uiThread, StateFolder.ofUser());
    }

    public Path folder() {
        return folder;
    }

    public NodeRegistry registry() {
        return registry;
    }

    /// The project as it is edited.
    public Project project() {
        return documents.project();
    }

    /// The editors of all flows that can be edited, by name.
    public SortedMap<String, FlowEditor> editors() {
        return Collections.unmodifiableSortedMap(documents.editors());
    }

    public Optional<FlowEditor> editor(String flow) {
        return Optional.ofNullable(documents.editors().get(flow));
    }

    public ProjectEditor settings() {
        return documents.settings();
    }

    /// Files that cannot be edited, by name; to be shown as they are.
    public SortedMap<String, BrokenFile> brokenFiles() {
        return Collections.unmodifiableSortedMap(broken);
    }

    /// The broken ones among the flows' files, by the flow's name.
    public SortedMap<String, BrokenFile> brokenFlows() {
        SortedMap<String, BrokenFile> flows = new TreeMap<>();
        broken.forEach(
                (file, it) -> Optional.ofNullable(FlowFiles.flowOf(file)).ifPresent(flow -> flows.put(flow, it)));
        return flows;
    }

    /// Begins to compile and check.
    public void analyse() {
        analyses.begin();
    }

    /// Counts the changes of the project.
    public long revision() {
        return analyses.revision();
    }

    /// The newest result of compiling and checking. Its revision is 0 until the first is there.
    public Analysis analysis() {
        return analyses.newest();
    }

    /// The first analysis that is of the project as it is now.
    public CompletableFuture<Analysis> analysed() {
        return analyses.ofNow();
    }

    /// The listener is told each new analysis.
    public void addAnalysisListener(Consumer<Analysis> listener) {
        analyses.add(listener);
    }

    public void addListener(WorkspaceListener listener) {
        listeners.add(listener);
    }

    public void removeListener(WorkspaceListener listener) {
        listeners.remove(listener);
    }

    /// Whether anything is not saved.
    public boolean isDirty() {
        return settings().isDirty() || documents.editors().values().stream().anyMatch(FlowEditor::isDirty);
    }

    /// Whether nothing can be saved: see [#readOnlyReason].
    public boolean isReadOnly() {
        return session.readOnly().isPresent();
    }

    /// Why nothing can be saved, in words: somebody else has the project open, or its folder cannot be written to.
    public Optional<String> readOnlyReason() {
        return session.readOnly();
    }

    /// Who has the project open for saving, when that is not this workspace.
    public Optional<LockHolder> lockedBy() {
        return session.lockedBy();
    }

    /// Makes this workspace the one that may save; the other one becomes read-only. What that one had not saved is in
    /// [#recovery] then.
    public void takeOver() {
        session.takeOver(project());
        accessChanged();
        refresh();
    }

    /// What an earlier session left unsaved; empty when there is nothing, or the person decided already.
    public Optional<Recovery> recovery() {
        return session.recovery();
    }

    /// Takes over what an earlier session left unsaved: as an edit of each flow, to be saved or undone.
    public void recover() {
        session.recovery().ifPresent(found -> {
            documents.recover(found).forEach(flow -> tell(listener -> listener.flowAdded(flow)));
            session.forgetRecovery();
        });
    }

    /// Drops what an earlier session left unsaved.
    public void discardRecovery() {
        session.forgetRecovery();
    }

    /// Flows, and the settings, that were changed both here and on disk, by name, until the person chooses.
    public SortedMap<String, DiskConflict> conflicts() {
        return Collections.unmodifiableSortedMap(reconciler.conflicts());
    }

    /// Gives up the changes made here for what is on disk, as an edit that can be undone.
    ///
    /// @param name of a conflict
    public void takeTheirs(String name) {
        reconciler.takeTheirs(name);
    }

    /// Stays with the changes made here: the next save overwrites what is on disk.
    ///
    /// @param name of a conflict
    public void keepMine(String name) {
        reconciler.keepMine(name);
    }

    /// Looks at the files on disk, in the background. Done by itself when they change; also useful when the window is
    /// entered.
    ///
    /// @return completed when what was found has been taken over
    public CompletableFuture<Void> refresh() {
        var done = new CompletableFuture<Void>();
        saving.look(news -> {
            if (session.check()) {
                accessChanged();
            }
            news.flows().forEach(reconciler::flow);
            reconciler.settings(news.settings());
            news.otherFiles().ifPresent(fresh -> {
                documents.otherFiles(fresh);
                tell(WorkspaceListener::otherFilesChanged);
            });
            done.complete(null);
        });
        return done;
    }

    /// Writes a flow, in the background.
    ///
    /// @return completed on the user interface's thread; never exceptionally
    public CompletableFuture<SaveOutcome> save(String flow) {
        FlowEditor editor = documents.editors().get(flow);
        if (editor == null) {
            return CompletableFuture.completedFuture(new SaveOutcome.Failed(WorkspaceTexts.of("flow.none", flow)));
        }
        FlowDocument document = editor.document();
        return flowChanges.noticing(saving.save(flow, document), () -> editor.markSaved(document));
    }

    /// Writes the settings, in the background.
    public CompletableFuture<SaveOutcome> saveSettings() {
        var document = settings().document();
        if (broken.containsKey(ProjectFolder.SETTINGS)) {
            return CompletableFuture.completedFuture(new SaveOutcome.Failed(WorkspaceTexts.of("readOnly.settings")));
        }
        return flowChanges.noticing(saving.saveSettings(document), () -> settings().markSaved(document));
    }

    /// Writes all that is not saved.
    ///
    /// @return the first outcome that is not [SaveOutcome.Saved], when there is one; the others were saved nevertheless
    public CompletableFuture<SaveOutcome> saveAll() {
        List<CompletableFuture<SaveOutcome>> all = new ArrayList<>();
        if (settings().isDirty()) {
            all.add(saveSettings());
        }
        documents.editors().forEach((flow, editor) -> {
            if (editor.isDirty()) {
                all.add(save(flow));
            }
        });
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).thenApply(_ -> all.stream()
                .map(CompletableFuture::join).filter(outcome -> !outcome.isSaved()).findFirst()
                .orElseGet(SaveOutcome.Saved::new));
    }

    /// Why a flow cannot have the name; empty when it can.
    public Optional<String> objectionTo(String newName) {
        return flowChanges.objectionTo(newName);
    }

    /// Adds a flow and writes its file.
    public CompletableFuture<SaveOutcome> createFlow(String flow, FlowDocument document) {
        return flowChanges.create(flow, document);
    }

    /// Adds a flow that was made of a part of another one, and puts a node that calls it there. Nothing is written;
    /// undo in the other flow takes both back, as long as the new one is as it was made.
    public void extract(String caller, String flow, SubflowExtraction extraction, int count) {
        editor(caller).ifPresent(editor -> flowChanges.extract(editor, flow, extraction, count));
    }

    /// Gives a flow another name, and its file too. Nodes of other flows that name it follow, and so does the project's
    /// main flow; all of that is written, while other unsaved changes stay unsaved. It is not undone by undo; renaming
    /// back undoes it.
    public CompletableFuture<SaveOutcome> renameFlow(String flow, String newName) {
        return flowChanges.rename(flow, newName);
    }

    /// Removes a flow and its file, with its unsaved changes. [#createFlow] with the document brings it back.
    public CompletableFuture<SaveOutcome> deleteFlow(String flow) {
        return flowChanges.delete(flow);
    }

    /// The nodes of all flows that call or enter the flow.
    public List<FlowUse> usesOf(String flow) {
        return FlowUse.of(project(), registry, flow);
    }

    /// Edits all flows in one step: undone in one of them, the edit is undone in all that have not been edited since.
    ///
    /// @param undone runs when it is undone, for what goes with the edit outside of the flows
    /// @param redone runs when it is redone
    public void editTogether(Function<FlowEditor, Edit> edit, Runnable undone, Runnable redone) {
        JointEdit.apply(documents.editors().values(), edit, undone, redone);
    }

    /// Gives an exit of a flow another name, in the flow and in all nodes that call it, in one step.
    public void renameExit(String flow, String exit, String newName) {
        flowChanges.renameExit(flow, exit, newName);
    }

    /// Ends background work and gives the project free. Does not save: what is unsaved is not wanted any more.
    @Override
    public void close() {
        closed = true;
        analyses.close();
        saving.close();
        session.close();
    }

    /// Changes that were made while somebody else had the lock are journalled from now on.
    private void accessChanged() {
        documents.reportUnsaved();
        tell(WorkspaceListener::accessChanged);
    }

    private void projectChanged() {
        analyses.request(documents.project(), problemsOfFiles());
    }

    private List<Problem> problemsOfFiles() {
        List<Problem> all = new ArrayList<>(fileProblems);
        broken.values().forEach(file -> all.addAll(file.problems()));
        return all;
    }

    private void tell(Consumer<WorkspaceListener> news) {
        listeners.forEach(news);
    }

    private void onUiThread(Runnable task) {
        uiThread.execute(() -> {
            if (!closed) {
                task.run();
            }
        });
    }

    private final class Edited implements Documents.Listener {
        @Override
        public void projectChanged() {
            Workspace.this.projectChanged();
        }

        @Override
        public void edited(String file, boolean unsaved) {
            if (!unsaved) {
                session.saved(file);
            } else if (file.equals(ProjectFolder.SETTINGS)) {
                var document = settings().document();
                session.unsaved(file, () -> ProjectCodec.write(document));
            } else {
                editor(String.valueOf(FlowFiles.flowOf(file))).map(FlowEditor::document)
                        .ifPresent(document -> session.unsaved(file, () -> codec.write(document)));
            }
        }

        @Override
        public void dirtyChanged(String file, boolean dirty) {
            String flow = FlowFiles.flowOf(file);
            tell(flow == null
                    ? listener -> listener.settingsDirtyChanged(dirty)
                    : listener -> listener.dirtyChanged(flow, dirty));
        }
    }
}
