package org.ivrea.designer.workspace;

import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.workspace.extract.SubflowExtraction;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeId;

/// Which flows there are in a project, and what they are called: makes, renames and removes them.
final class FlowChanges {
    private final NodeRegistry registry;
    private final Documents documents;
    private final Saving saving;
    private final Session session;
    private final SortedMap<String, BrokenFile> broken;
    private final Consumer<Consumer<WorkspaceListener>> tell;
    private final Runnable lookAgain;

    /// @param lookAgain looks at the files on disk
    FlowChanges(NodeRegistry registry, Documents documents, Saving saving, Session session,
            SortedMap<String, BrokenFile> broken, Consumer<Consumer<WorkspaceListener>> tell, Runnable lookAgain) {
        this.registry = registry;
        this.documents = documents;
        this.saving = saving;
        this.session = session;
        this.broken = broken;
        this.tell = tell;
        this.lookAgain = lookAgain;
    }

    Optional<String> objectionTo(String newName) {
        if (!NodeId.isValid(newName)) {
            return Optional.of(WorkspaceTexts.of("flow.name", newName, NodeId.RULE));
        }
        return documents.editors().containsKey(newName) || broken.containsKey(FlowFiles.fileOf(newName))
                ? Optional.of(WorkspaceTexts.of("flow.exists", newName))
                : Optional.empty();
    }

    CompletableFuture<SaveOutcome> create(String flow, FlowDocument document) {
        return objectionTo(flow).map(FlowChanges::failed).orElseGet(
                () -> noticing(saving.save(flow, document), () -> {
                    documents.add(flow, document);
                    tell.accept(listener -> listener.flowAdded(flow));
                }));
    }

    CompletableFuture<SaveOutcome> rename(String flow, String newName) {
        if (flow.equals(newName)) {
            return CompletableFuture.completedFuture(new SaveOutcome.Saved());
        }
        FlowEditor editor = documents.editors().get(flow);
        if (editor == null) {
            return failed(WorkspaceTexts.of("flow.none", flow));
        }
        return objectionTo(newName).map(FlowChanges::failed).orElseGet(() -> {
            var references = new FlowReferences(registry, flow, newName);
            return noticing(saving.rename(flow, newName, documents, references), () -> {
                session.saved(FlowFiles.fileOf(flow));
                documents.rename(flow, newName, references);
                tell.accept(listener -> listener.flowRenamed(flow, newName));
            });
        });
    }

    CompletableFuture<SaveOutcome> delete(String flow) {
        return noticing(saving.delete(flow), () -> {
            if (broken.remove(FlowFiles.fileOf(flow)) != null) {
                tell.accept(WorkspaceListener::brokenFilesChanged);
            }
            withdraw(flow);
        });
    }

    private void withdraw(String flow) {
        session.saved(FlowFiles.fileOf(flow));
        documents.remove(flow);
        tell.accept(listener -> listener.flowRemoved(flow));
    }

    void extract(FlowEditor caller, String flow, SubflowExtraction extraction, int count) {
        FlowDocument before = caller.document();
        addUnsaved(flow, extraction.subflow());
        caller.seal();
        caller.apply(extraction.edit(count));
        caller.seal();
        FlowDocument after = caller.document();
        caller.addListener((was, now) -> {
            if (was.document() == after && now.document() == before) {
                FlowEditor made = documents.editors().get(flow);
                if (made != null && made.isDirty() && made.document() == extraction.subflow()) {
                    withdraw(flow);
                }
            } else if (was.document() == before && now.document() == after && objectionTo(flow).isEmpty()) {
                addUnsaved(flow, extraction.subflow());
            }
        });
    }

    private void addUnsaved(String flow, FlowDocument document) {
        documents.addUnsaved(flow, document);
        tell.accept(listener -> listener.flowAdded(flow));
    }

    void renameExit(String flow, String exit, String newName) {
        var change = new ExitRename(registry, flow, exit, newName);
        JointEdit.apply(documents.editors().values(), editor -> editor.flow().equals(flow)
                ? change.inFlow(editor.document())
                : change.inCaller(), () -> {}, () -> {});
    }

    private static CompletableFuture<SaveOutcome> failed(String message) {
        return CompletableFuture.completedFuture(new SaveOutcome.Failed(message));
    }

    /// A save that ran into somebody else's changes is a conflict, as if these had been noticed before.
    CompletableFuture<SaveOutcome> noticing(CompletableFuture<SaveOutcome> outcome, Runnable saved) {
        return outcome.thenApply(it -> {
            if (it.isSaved()) {
                saved.run();
            } else {
                lookAgain.run();
            }
            return it;
        });
    }
}
