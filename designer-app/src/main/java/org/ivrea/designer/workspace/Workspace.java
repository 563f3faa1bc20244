package org.ivrea.designer.workspace;

import java.io.IOException;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeId;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectFolder;

/// A project that is open for editing. Its methods are called on one thread, that of the user interface; whatever
/// touches the disk or takes long is done on others, and results come back on that thread.
public final class Workspace implements AutoCloseable {
    private final Path folder;
    private final NodeRegistry registry;
    private final Executor uiThread;
    private final ExecutorService disk = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("ivrea-disk").daemon().factory());
    private final ProjectStore store;
    private final Analyzer analyzer;
    private final SortedMap<String, FlowEditor> editors = new TreeMap<>();
    private final SortedMap<String, BrokenFile> broken;
    private final SortedMap<String, DiskConflict> conflicts = new TreeMap<>();
    private final List<Problem> fileProblems;
    private final ProjectEditor settings;
    private final List<Consumer<Analysis>> analysisListeners = new CopyOnWriteArrayList<>();
    private final List<WorkspaceListener> listeners = new CopyOnWriteArrayList<>();
    private Project project;
    private Analysis analysis;
    private long revision;

    private Workspace(Path folder, NodeRegistry registry, Executor uiThread, OpenedProject opened, FlowCodec codec) {
        this.folder = folder;
        this.registry = registry;
        this.uiThread = uiThread;
        this.project = opened.project();
        this.broken = new TreeMap<>(opened.broken());
        this.fileProblems = new ArrayList<>(opened.problems());
        this.store = new ProjectStore(folder, codec, project.flows());
        this.settings = new ProjectEditor(project.settings());
        this.analyzer = new Analyzer(project, registry, result -> uiThread.execute(() -> analysed(result)));
        this.analysis = analyzer.none(fileProblems);
        project.flows().forEach(this::addEditor);
        settings.addListener((before, after) -> {
            if (before != after) {
                changed(project.withSettings(after));
            }
        });
        changed(project);
    }

    /// Opens the project in a folder.
    ///
    /// @param uiThread runs what belongs on the thread that uses the workspace
    /// @throws WorkspaceFailure when there is no project; files that cannot be read do not keep it from opening
    public static Workspace open(Path folder, NodeRegistry registry, Executor uiThread) throws WorkspaceFailure {
        var codec = new FlowCodec(registry, JsonLimits.DEFAULT);
        Path root = folder.toAbsolutePath().normalize();
        return new Workspace(root, registry, uiThread, OpenedProject.open(root, codec), codec);
    }

    public Path folder() {
        return folder;
    }

    public NodeRegistry registry() {
        return registry;
    }

    /// The project as it is edited.
    public Project project() {
        return project;
    }

    /// The editors of all flows that can be edited, by name.
    public SortedMap<String, FlowEditor> editors() {
        return Collections.unmodifiableSortedMap(editors);
    }

    public Optional<FlowEditor> editor(String flow) {
        return Optional.ofNullable(editors.get(flow));
    }

    public ProjectEditor settings() {
        return settings;
    }

    /// Files that cannot be edited, by name; to be shown as they are.
    public SortedMap<String, BrokenFile> brokenFiles() {
        return Collections.unmodifiableSortedMap(broken);
    }

    /// The broken ones among the flows' files, by the flow's name.
    public SortedMap<String, BrokenFile> brokenFlows() {
        SortedMap<String, BrokenFile> flows = new TreeMap<>();
        broken.forEach((file, it) -> {
            String flow = FlowFiles.flowOf(file);
            if (flow != null) {
                flows.put(flow, it);
            }
        });
        return flows;
    }

    /// Counts the changes of the project.
    public long revision() {
        return revision;
    }

    /// The newest result of compiling and checking. Its revision is 0 until the first is there.
    public Analysis analysis() {
        return analysis;
    }

    /// The first analysis that is of the project as it is now.
    public CompletableFuture<Analysis> analysed() {
        var future = new CompletableFuture<Analysis>();
        long wanted = revision;
        if (analysis.revision() >= wanted) {
            future.complete(analysis);
            return future;
        }
        var listener = new Consumer<Analysis>() {
            @Override
            public void accept(Analysis result) {
                if (result.revision() >= wanted) {
                    analysisListeners.remove(this);
                    future.complete(result);
                }
            }
        };
        analysisListeners.add(listener);
        return future;
    }

    public void addAnalysisListener(Consumer<Analysis> listener) {
        analysisListeners.add(listener);
    }

    public void removeAnalysisListener(Consumer<Analysis> listener) {
        analysisListeners.remove(listener);
    }

    public void addListener(WorkspaceListener listener) {
        listeners.add(listener);
    }

    public void removeListener(WorkspaceListener listener) {
        listeners.remove(listener);
    }

    /// Whether anything is not saved.
    public boolean isDirty() {
        return settings.isDirty() || editors.values().stream().anyMatch(FlowEditor::isDirty);
    }

    /// Why nothing can be saved: somebody else has the project open, or the folder cannot be written to.
    public boolean isReadOnly() {
        return false;
    }

    /// Who has the project open for writing, when that is not this workspace.
    public Optional<LockHolder> lockedBy() {
        return Optional.empty();
    }

    /// Makes this workspace the one that may save; the other one becomes read-only.
    public void takeOver() {
        tell(WorkspaceListener::accessChanged);
    }

    /// What the last session left unsaved; empty when there is nothing, or the person decided already.
    public Optional<Recovery> recovery() {
        return Optional.empty();
    }

    /// Takes over what the last session left unsaved: as an edit of each flow, to be saved or undone.
    public void recover() {}

    /// Drops what the last session left unsaved.
    public void discardRecovery() {}

    /// Flows that were changed both here and on disk, and the person has not chosen yet.
    public SortedMap<String, DiskConflict> conflicts() {
        return Collections.unmodifiableSortedMap(conflicts);
    }

    /// Gives up the changes made here for what is on disk, as an edit that can be undone.
    public void takeTheirs(String flow) {
        DiskConflict conflict = conflicts.remove(flow);
        if (conflict != null) {
            conflicts.remove(flow);
        }
    }

    /// Stays with the changes made here: the next save overwrites what is on disk.
    public void keepMine(String flow) {
        DiskConflict conflict = conflicts.remove(flow);
        if (conflict != null) {
            disk.execute(() -> store.expect(flow, conflict.onDisk()));
        }
    }

    /// Writes a flow, in the background.
    ///
    /// @return completed on the user interface's thread; never exceptionally
    public CompletableFuture<SaveOutcome> save(String flow) {
        FlowEditor editor = editors.get(flow);
        var result = new CompletableFuture<SaveOutcome>();
        if (editor == null) {
            result.complete(new SaveOutcome.Failed("There is no flow \"" + flow + "\""));
            return result;
        }
        FlowDocument document = editor.document();
        disk.execute(() -> {
            SaveOutcome outcome = written(flow, document);
            uiThread.execute(() -> {
                if (outcome.isSaved()) {
                    editor.markSaved(document);
                }
                result.complete(outcome);
            });
        });
        return result;
    }

    private SaveOutcome written(String flow, FlowDocument document) {
        try {
            return switch (store.save(flow, document)) {
                case ProjectStore.Look.Same _ -> new SaveOutcome.Saved();
                case ProjectStore.Look.Changed(FlowDocument theirs) -> new SaveOutcome.Conflict(
                        new DiskConflict(flow, theirs, "The file was changed by another program"));
                case ProjectStore.Look.Gone _ -> new SaveOutcome.Conflict(
                        new DiskConflict(flow, null, "The file was deleted by another program"));
                case ProjectStore.Look.Broken _ -> new SaveOutcome.Conflict(
                        new DiskConflict(flow, null, "The file was damaged by another program"));
            };
        } catch (IOException e) {
            return new SaveOutcome.Failed(String.valueOf(e.getMessage()));
        }
    }

    /// Writes the settings.
    public CompletableFuture<SaveOutcome> saveSettings() {
        var result = new CompletableFuture<SaveOutcome>();
        var document = settings.document();
        disk.execute(() -> {
            SaveOutcome outcome;
            try {
                ProjectFolder.saveSettings(folder, document);
                outcome = new SaveOutcome.Saved();
            } catch (IOException e) {
                outcome = new SaveOutcome.Failed(String.valueOf(e.getMessage()));
            }
            SaveOutcome told = outcome;
            uiThread.execute(() -> {
                if (told.isSaved()) {
                    settings.markSaved(document);
                }
                result.complete(told);
            });
        });
        return result;
    }

    /// Writes all that is not saved.
    ///
    /// @return the first outcome that is not [SaveOutcome.Saved], when there is one
    public CompletableFuture<SaveOutcome> saveAll() {
        List<CompletableFuture<SaveOutcome>> all = new ArrayList<>();
        if (settings.isDirty()) {
            all.add(saveSettings());
        }
        editors.forEach((flow, editor) -> {
            if (editor.isDirty()) {
                all.add(save(flow));
            }
        });
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).thenApply(_ -> all.stream()
                .map(CompletableFuture::join).filter(outcome -> !outcome.isSaved()).findFirst()
                .orElseGet(SaveOutcome.Saved::new));
    }

    /// Adds a flow and writes its file.
    ///
    /// @param flow [valid][NodeId#isValid], and not taken
    public CompletableFuture<SaveOutcome> createFlow(String flow, FlowDocument document) {
        if (!NodeId.isValid(flow) || editors.containsKey(flow) || broken.containsKey(FlowFiles.fileOf(flow))) {
            throw new IllegalArgumentException("\"" + flow + "\" cannot be the name of a new flow");
        }
        addEditor(flow, document);
        changed(project.withFlow(flow, document));
        tell(listener -> listener.flowAdded(flow));
        return save(flow);
    }

    /// Gives a flow another name, and its file too. Nodes of other flows that name it follow.
    public CompletableFuture<SaveOutcome> renameFlow(String flow, String newName) {
        throw new UnsupportedOperationException(flow + newName);
    }

    /// Removes a flow and its file. [#createFlow] with the document that it had brings it back.
    public CompletableFuture<SaveOutcome> deleteFlow(String flow) {
        throw new UnsupportedOperationException(flow);
    }

    /// Ends background work. Does not save.
    @Override
    public void close() {
        analyzer.close();
        disk.shutdown();
    }

    private void addEditor(String flow, FlowDocument document) {
        var editor = new FlowEditor(flow, document);
        editor.addListener((before, after) -> {
            if (before.document() != after.document()) {
                changed(project.withFlow(editor.flow(), after.document()));
            }
        });
        editors.put(flow, editor);
    }

    private void changed(Project newProject) {
        project = newProject;
        revision++;
        List<Problem> ofFiles = new ArrayList<>(fileProblems);
        broken.values().forEach(file -> ofFiles.addAll(file.problems()));
        analyzer.request(new Analyzer.Request(project, ofFiles, revision));
    }

    private void analysed(Analysis result) {
        analysis = result;
        analysisListeners.forEach(listener -> listener.accept(result));
    }

    private void tell(Consumer<WorkspaceListener> news) {
        listeners.forEach(news);
    }
}
