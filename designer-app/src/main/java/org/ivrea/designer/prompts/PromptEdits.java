package org.ivrea.designer.prompts;

import java.util.List;
import java.util.function.BiConsumer;
import org.ivrea.designer.edit.Edit;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.workspace.Workspace;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;

/// Edits of all places where a recording is named.
final class PromptEdits {
    private static final Messages TEXTS = Messages.of(PromptEdits.class);

    private PromptEdits() {}

    /// Names another file wherever the old one is named, in one step for all flows.
    ///
    /// @param moved gets the old and the new name when the step is undone or redone, to rename the files as well
    static void rename(Workspace workspace, String file, String newFile, BiConsumer<String, String> moved) {
        workspace.editTogether(
                _ -> Edit.of(TEXTS.get("rename.edit", file, newFile), flow -> renamed(flow, file, newFile)),
                () -> moved.accept(newFile, file), () -> moved.accept(file, newFile));
    }

    private static FlowDocument renamed(FlowDocument flow, String file, String newFile) {
        FlowDocument changed = flow;
        for (var entry : flow.nodes().entrySet()) {
            NodeDocument node = entry.getValue();
            for (var field : node.fields().entrySet()) {
                Json value = renamed(field.getValue(), file, newFile);
                if (!value.equals(field.getValue())) {
                    changed = changed.withNode(entry.getKey(), it -> it.withField(field.getKey(), value));
                }
            }
        }
        return changed;
    }

    private static Json renamed(Json value, String file, String newFile) {
        return switch (value) {
            case Json.Obj object -> {
                Json.Obj changed = object;
                for (var member : object.members().entrySet()) {
                    boolean named = member.getKey().equals("file") && member.getValue().equals(Json.of(file));
                    changed = changed.with(member.getKey(),
                            named ? Json.of(newFile) : renamed(member.getValue(), file, newFile));
                }
                yield changed;
            }
            case Json.Arr(List<Json> items) ->
                Json.arr(items.stream().map(item -> renamed(item, file, newFile)).toList());
            default -> value;
        };
    }
}
