package org.ivrea.designer.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.edit.Nodes;
import org.ivrea.designer.edit.Point;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.project.ProjectDocument;
import org.ivrea.flow.project.ProjectFolder;

/// A project of two flows on disk: `main` calls `help`.
final class TestProject {
    static final NodeRegistry REGISTRY = NodeRegistry.load();
    static final FlowCodec CODEC = new FlowCodec(REGISTRY, JsonLimits.DEFAULT);

    final Path folder;
    final StateFolder state;
    final UiQueue ui = new UiQueue();
    final List<String> heard = new ArrayList<>();

    TestProject(Path temporary) {
        this.folder = temporary.resolve("project");
        this.state = new StateFolder(temporary.resolve("state"));
        try {
            ProjectFolder.saveSettings(create(folder), ProjectDocument.empty("Test").withMain("main"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        writeFlow("help", help());
        writeFlow("main", main());
    }

    private static Path create(Path folder) throws IOException {
        return Files.createDirectories(folder);
    }

    static FlowDocument help() {
        return FlowDocument.empty("Help").withNode("bye", NodeDocument.of("return")).withStart("bye")
                .withExits(List.of("done"));
    }

    static FlowDocument main() {
        return FlowDocument.empty("Main")
                .withNode("call", NodeDocument.of("subflow").withField("flow", Json.of("help"))
                        .withExit("done", "end"))
                .withNode("end", NodeDocument.of("hangup")).withStart("call");
    }

    Workspace open() {
        return open(ui);
    }

    Workspace open(UiQueue queue) {
        try {
            Workspace workspace = Workspace.open(folder, REGISTRY, queue, state);
            workspace.addListener(new Hearing());
            return workspace;
        } catch (WorkspaceFailure e) {
            throw new AssertionError(e);
        }
    }

    static FlowEditor editor(Workspace workspace, String flow) {
        return workspace.editor(flow).orElseThrow();
    }

    /// Adds a node of the given label.
    static void edit(Workspace workspace, String flow, String label) {
        FlowEditor editor = editor(workspace, flow);
        editor.apply(Nodes.add(editor.document(), NodeDocument.of("play").withLabel(label), new Point(0, 0)));
    }

    /// Writes a flow as another program would.
    void writeFlow(String flow, FlowDocument document) {
        try {
            ProjectFolder.saveFlow(folder, flow, document, CODEC);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Path file(String flow) {
        return folder.resolve("flows").resolve(flow + ".flow.json");
    }

    FlowDocument onDisk(String flow) {
        try {
            return Objects.requireNonNull(CODEC.read(Files.readAllBytes(file(flow)), flow).value());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private final class Hearing implements WorkspaceListener {
        @Override
        public void flowAdded(String flow) {
            heard.add("added " + flow);
        }

        @Override
        public void flowRemoved(String flow) {
            heard.add("removed " + flow);
        }

        @Override
        public void flowRenamed(String flow, String newName) {
            heard.add("renamed " + flow + " to " + newName);
        }

        @Override
        public void dirtyChanged(String flow, boolean dirty) {
            heard.add((dirty ? "dirty " : "clean ") + flow);
        }

        @Override
        public void settingsDirtyChanged(boolean dirty) {
            heard.add(dirty ? "dirty settings" : "clean settings");
        }

        @Override
        public void flowReloaded(String flow) {
            heard.add("reloaded " + flow);
        }

        @Override
        public void conflictFound(DiskConflict conflict) {
            heard.add("conflict " + conflict.name());
        }

        @Override
        public void brokenFilesChanged() {
            heard.add("broken files");
        }

        @Override
        public void otherFilesChanged() {
            heard.add("other files");
        }

        @Override
        public void accessChanged() {
            heard.add("access");
        }
    }
}
