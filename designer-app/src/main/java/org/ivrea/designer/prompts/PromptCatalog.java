package org.ivrea.designer.prompts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ivrea.designer.audio.RecordingFolder;
import org.ivrea.designer.audio.SoundFailure;
import org.ivrea.designer.audio.SoundFiles;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.project.Project;
import org.jspecify.annotations.Nullable;

/// All recordings of a project: those that flows name and those that are on disk. Touches the disk.
public final class PromptCatalog {
    private final Project project;
    private final SortedMap<String, List<PromptUse>> uses = new TreeMap<>();
    private final Map<String, Map<String, String>> texts = new LinkedHashMap<>();

    private PromptCatalog(Project project) {
        this.project = project;
    }

    public static List<PromptRow> of(Project project) {
        var catalog = new PromptCatalog(project);
        project.flows().forEach(catalog::flow);
        return catalog.rows();
    }

    private void flow(String name, FlowDocument flow) {
        flow.nodes().forEach((id, node) -> node.fields()
                .forEach((field, value) -> walk(name, id, JsonPointer.ROOT.child(field), value)));
    }

    /// An object with a `file` is an item of a prompt, wherever it stands.
    private void walk(String flow, String node, JsonPointer at, Json value) {
        switch (value) {
            case Json.Obj object -> {
                Json file = object.get("file");
                String name = file == null ? null : file.asText();
                if (name != null && !name.isEmpty()) {
                    uses.computeIfAbsent(name, _ -> new ArrayList<>()).add(new PromptUse(flow, node, at));
                    text(name, object.get("text"));
                }
                object.members().forEach((member, inner) -> walk(flow, node, at.child(member), inner));
            }
            case Json.Arr(var items) -> {
                for (int index = 0; index < items.size(); index++) {
                    walk(flow, node, at.child(index), items.get(index));
                }
            }
            default -> {
            }
        }
    }

    private void text(String file, @Nullable Json text) {
        Map<String, String> byLanguage = texts.computeIfAbsent(file, _ -> new LinkedHashMap<>());
        switch (text) {
            case Json.Str(String all) when !all.isBlank() ->
                project.settings().languages().forEach(language -> byLanguage.putIfAbsent(language, all));
            case Json.Obj(var members) -> members.forEach((language, own) -> {
                String words = own.asText();
                if (words != null && !words.isBlank()) {
                    byLanguage.putIfAbsent(language, words);
                }
            });
            case null, default -> {
            }
        }
    }

    private List<PromptRow> rows() {
        SortedSet<String> files = new TreeSet<>(uses.keySet());
        Path root = project.root();
        if (root != null) {
            project.settings().languages()
                    .forEach(language -> files.addAll(RecordingFolder.of(root, language).names()));
        }
        List<PromptRow> rows = new ArrayList<>();
        for (String file : files) {
            SortedMap<String, PromptState> states = new TreeMap<>();
            project.settings().languages().forEach(language -> states.put(language, state(root, language, file)));
            rows.add(new PromptRow(file, texts.getOrDefault(file, Map.of()), states,
                    uses.getOrDefault(file, List.of())));
        }
        return rows;
    }

    private static PromptState state(@Nullable Path root, String language, String file) {
        if (root == null) {
            return PromptState.MISSING;
        }
        try {
            Path path = RecordingFolder.of(root, language).path(file);
            return Files.isRegularFile(path)
                    ? new PromptState(true, SoundFiles.isDraft(path), SoundFiles.ms(path))
                    : PromptState.MISSING;
        } catch (SoundFailure _) {
            return PromptState.MISSING;
        }
    }
}
