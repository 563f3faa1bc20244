package org.ivrea.designer.inspector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import org.ivrea.designer.audio.AudioPlayer;
import org.ivrea.designer.audio.SilentPlayer;
import org.ivrea.designer.audio.SilentSynthesizer;
import org.ivrea.designer.audio.SpeechSynthesizer;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.workspace.Workspace;
import org.ivrea.designer.workspace.WorkspaceFailure;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.JsonLimits;

/// A project with one node of each type, for tests and pictures.
final class Projects implements InspectorContext, AutoCloseable {
    static final NodeRegistry REGISTRY = NodeRegistry.load();
    private static final FlowCodec CODEC = new FlowCodec(REGISTRY, JsonLimits.DEFAULT);

    final List<String> asked = new ArrayList<>();
    private final Workspace workspace;

    private Projects(Workspace workspace) {
        this.workspace = workspace;
    }

    static Projects open(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("flows"));
        for (String file : List.of("project.json", "flows/main.flow.json", "flows/pay.flow.json")) {
            try (var in = Projects.class.getResourceAsStream(file)) {
                Files.write(folder.resolve(file), java.util.Objects.requireNonNull(in, file).readAllBytes());
            }
        }
        try {
            return new Projects(Workspace.open(folder, REGISTRY, Platform::runLater));
        } catch (WorkspaceFailure e) {
            throw new IOException(e);
        }
    }

    FlowEditor main() {
        return workspace.editor("main").orElseThrow();
    }

    static String text(FlowDocument flow) {
        return new String(CODEC.write(flow), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public Workspace workspace() {
        return workspace;
    }

    @Override
    public AudioPlayer player() {
        return new SilentPlayer();
    }

    @Override
    public SpeechSynthesizer voice() {
        return new SilentSynthesizer();
    }

    @Override
    public void openFlow(String flow) {
        asked.add("flow " + flow);
    }

    @Override
    public void reveal(String nodeId) {
        asked.add("node " + nodeId);
    }

    @Override
    public void openPrompt(String file) {
        asked.add("prompt " + file);
    }

    @Override
    public void close() {
        workspace.close();
    }
}
