package org.ivrea.designer.inspector.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.field.TagEditor;
import org.ivrea.designer.inspector.form.Suggestion;
import org.ivrea.designer.inspector.form.Surroundings;
import org.ivrea.designer.workspace.ProjectEdit;
import org.ivrea.designer.workspace.ProjectEditor;
import org.ivrea.flow.project.LanguageTag;
import org.ivrea.flow.project.ProjectDocument;

/// The settings of the project.
final class ProjectForm extends VBox {
    private static final Messages TEXTS = Messages.of(ProjectForm.class);

    private final ProjectEditor editor;
    private final List<PlainRow> rows;
    private final NameList languages;
    private final ResourcesEditor resources;

    ProjectForm(Surroundings around) {
        editor = around.workspace().settings();
        getStyleClass().add("inspector-form");
        var name = PlainRow.text("project-name", TEXTS.get("project.name"), () -> project().name(),
                text -> type("name", it -> it.withName(text)));
        var description = PlainRow.area("project-description", TEXTS.get("project.description"), 3,
                () -> Objects.requireNonNullElse(project().description(), ""),
                text -> type("description", it -> it.withDescription(text.isEmpty() ? null : text)));
        var main = PlainRow.choice("project-main", TEXTS.get("project.main"), () -> {
            List<String> flows = new ArrayList<>(around.workspace().project().flows().keySet());
            flows.addFirst("");
            return flows;
        }, flow -> flow == null || flow.isEmpty() ? TEXTS.get("project.main.none") : flow,
                () -> Objects.requireNonNullElse(project().main(), ""),
                flow -> set("main", it -> it.withMain(flow == null || flow.isEmpty() ? null : flow)));
        var zone = PlainRow.choice("project-zone", TEXTS.get("project.zone"), () -> {
            List<String> zones = new ArrayList<>(TagEditor.zones().stream().map(Suggestion::text).toList());
            zones.addFirst("");
            return zones;
        }, tag -> tag == null || tag.isEmpty() ? TEXTS.get("project.zone.none") : tag,
                () -> Objects.requireNonNullElse(project().timeZone(), ""),
                tag -> set("zone", it -> it.withTimeZone(tag == null || tag.isEmpty() ? null : tag)));
        rows = List.of(name, description, main, zone);
        languages = new NameList("project-languages", TEXTS.get("project.languages"), () -> project().languages(),
                tags -> set("languages", it -> it.withLanguages(tags)),
                tag -> LanguageTag.isWellFormed(tag) ? null : TEXTS.get("language.rule"));
        resources = new ResourcesEditor(editor);
        getChildren().addAll(rows);
        getChildren().addAll(languages, resources);
    }

    private ProjectDocument project() {
        return editor.document();
    }

    private void type(String key, UnaryOperator<ProjectDocument> change) {
        editor.apply(ProjectEdit.of(TEXTS.get("project.edit." + key), change).mergingBy("project." + key));
    }

    private void set(String key, UnaryOperator<ProjectDocument> change) {
        editor.apply(ProjectEdit.of(TEXTS.get("project.edit." + key), change));
        refresh();
    }

    void refresh() {
        rows.forEach(PlainRow::refresh);
        languages.refresh();
        resources.refresh();
    }
}
