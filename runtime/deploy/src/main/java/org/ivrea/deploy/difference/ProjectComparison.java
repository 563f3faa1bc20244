package org.ivrea.deploy.difference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectCodec;
import org.ivrea.flow.project.ProjectDocument;
import org.ivrea.flow.project.ProjectFolder;
import org.jspecify.annotations.Nullable;

/// Compares projects.
public final class ProjectComparison {
    private final FlowComparison flows;

    public ProjectComparison(NodeRegistry registry) {
        this.flows = new FlowComparison(registry, new FlowCodec(registry, JsonLimits.DEFAULT));
    }

    /// What changed from one project to the other. Recordings and call scripts are compared on disk.
    ///
    /// @throws IOException with a message for people when a file of either cannot be read
    public ProjectDifference compare(Project before, Project after) throws IOException {
        List<FlowDifference> changed = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(before.flows().keySet());
        names.addAll(after.flows().keySet());
        for (String name : names) {
            FlowDifference difference = flows.compare(name, before.flow(name), after.flow(name));
            if (difference != null) {
                changed.add(difference);
            }
        }
        return new ProjectDifference(
                JsonComparison.of(JsonPointer.ROOT, json(before.settings()), json(after.settings())), changed,
                files(before.root(), after.root()));
    }

    private static @Nullable Json json(ProjectDocument settings) {
        return JsonReader.read(ProjectCodec.write(settings), JsonLimits.DEFAULT).value();
    }

    private static List<FileChange> files(@Nullable Path before, @Nullable Path after) throws IOException {
        TreeSet<String> old = new TreeSet<>(before == null ? List.of() : ProjectFolder.otherFiles(before));
        TreeSet<String> now = new TreeSet<>(after == null ? List.of() : ProjectFolder.otherFiles(after));
        TreeSet<String> all = new TreeSet<>(old);
        all.addAll(now);
        List<FileChange> changes = new ArrayList<>();
        for (String name : all) {
            Path one = before != null && old.contains(name) ? before.resolve(name) : null;
            Path other = after != null && now.contains(name) ? after.resolve(name) : null;
            long bytesBefore = one == null ? 0 : Files.size(one);
            long bytesAfter = other == null ? 0 : Files.size(other);
            if (one == null || other == null) {
                changes.add(new FileChange(name, one == null ? ChangeKind.ADDED : ChangeKind.REMOVED, bytesBefore,
                        bytesAfter));
            } else if (bytesBefore != bytesAfter || Files.mismatch(one, other) >= 0) {
                changes.add(new FileChange(name, ChangeKind.CHANGED, bytesBefore, bytesAfter));
            }
        }
        return changes;
    }
}
