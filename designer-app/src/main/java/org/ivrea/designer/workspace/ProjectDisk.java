package org.ivrea.designer.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.codec.Loaded;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.project.IoReason;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectCodec;
import org.ivrea.flow.project.ProjectDocument;
import org.ivrea.flow.project.ProjectFolder;
import org.jspecify.annotations.Nullable;

/// The documents of a project on disk. Used by one thread.
final class ProjectDisk {

    /// Documents to be written together.
    ///
    /// @param settings `null` when they stay as they are
    record Batch(Map<String, FlowDocument> flows, @Nullable ProjectDocument settings) {}

    private final Path folder;
    private final FlowCodec codec;
    private final Map<String, TrackedFile<FlowDocument>> flows = new HashMap<>();
    private final TrackedFile<ProjectDocument> settings;

    ProjectDisk(Path folder, FlowCodec codec, OpenedProject opened) {
        this.folder = folder;
        this.codec = codec;
        Project project = opened.project();
        project.flows().forEach((name, document) -> flows.put(name, tracked(name, document)));
        this.settings = new TrackedFile<>(folder, ProjectFolder.SETTINGS, new SettingsFormat(),
                opened.settingsBroken() ? null : project.settings());
    }

    TrackedFile<FlowDocument> flow(String name) {
        return flows.computeIfAbsent(name, it -> tracked(it, null));
    }

    TrackedFile<ProjectDocument> settings() {
        return settings;
    }

    /// The flows that have a file, or had one.
    Set<String> names() {
        Set<String> names = new TreeSet<>(flows.keySet());
        names.addAll(OpenedProject.flowNames(folder));
        return names;
    }

    /// Gives a flow's file another name, together with what names the flow. Either nothing was written by others, and all
    /// is done, or nothing is.
    ///
    /// @param document the flow as it is on disk
    /// @return what keeps it from being done, or [SaveOutcome.Saved]
    SaveOutcome rename(String flow, String newName, FlowDocument document, Batch references) {
        if (Files.exists(folder.resolve(FlowFiles.fileOf(newName)))) {
            return new SaveOutcome.Failed(WorkspaceTexts.of("flow.exists", newName));
        }
        List<SaveOutcome> looks = new ArrayList<>(List.of(WorkspaceTexts.outcome(flow, flow(flow).look())));
        references.flows().keySet().forEach(name -> looks.add(WorkspaceTexts.outcome(name, flow(name).look())));
        if (references.settings() != null) {
            looks.add(WorkspaceTexts.outcome(ProjectFolder.SETTINGS, settings.look()));
        }
        for (SaveOutcome look : looks) {
            if (!look.isSaved()) {
                return look;
            }
        }
        try {
            flow(newName).save(document);
            if (references.settings() != null) {
                settings.save(references.settings());
            }
            for (Map.Entry<String, FlowDocument> reference : references.flows().entrySet()) {
                flow(reference.getKey()).save(reference.getValue());
            }
            flow(flow).delete();
            flows.remove(flow);
            return new SaveOutcome.Saved();
        } catch (IOException e) {
            return new SaveOutcome.Failed(IoReason.withFile(e));
        }
    }

    private TrackedFile<FlowDocument> tracked(String name, @Nullable FlowDocument document) {
        return new TrackedFile<>(folder, FlowFiles.fileOf(name), new FlowFormat(name), document);
    }

    private final class FlowFormat implements TrackedFile.Format<FlowDocument> {
        private final String name;

        FlowFormat(String name) {
            this.name = name;
        }

        @Override
        public int maxBytes() {
            return codec.limits().maxBytes();
        }

        @Override
        public Loaded<FlowDocument> read(byte[] bytes) {
            return codec.read(bytes, FlowFiles.fileOf(name));
        }

        @Override
        public byte[] write(FlowDocument document) {
            return codec.write(document);
        }

        @Override
        public void save(FlowDocument document) throws IOException {
            ProjectFolder.saveFlow(folder, name, document, codec);
        }
    }

    private final class SettingsFormat implements TrackedFile.Format<ProjectDocument> {
        @Override
        public int maxBytes() {
            return codec.limits().maxBytes();
        }

        @Override
        public Loaded<ProjectDocument> read(byte[] bytes) {
            return ProjectCodec.read(bytes, ProjectFolder.SETTINGS, codec.limits());
        }

        @Override
        public byte[] write(ProjectDocument document) {
            return ProjectCodec.write(document);
        }

        @Override
        public void save(ProjectDocument document) throws IOException {
            ProjectFolder.saveSettings(folder, document);
        }
    }
}
