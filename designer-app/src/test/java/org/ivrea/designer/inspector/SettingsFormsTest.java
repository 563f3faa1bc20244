package org.ivrea.designer.inspector;

import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.ivrea.designer.edit.Selection;
import org.ivrea.designer.workspace.ProjectEditor;
import org.ivrea.flow.project.ProjectDocument;
import org.ivrea.flow.project.ResourceKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The forms of the flow and of the project, filled in by hand.
class SettingsFormsTest extends InspectorFixture {

    @BeforeEach
    void selectNothing() {
        interact(() -> editor.select(Selection.NONE));
    }

    private ProjectEditor settings() {
        return project.workspace().settings();
    }

    private void go(String id) {
        interact(() -> lookup("#" + id).query().requestFocus());
    }

    @Test
    void theProjectsNameLanguagesAndZoneAreEditedAndTakenBack() {
        ProjectDocument before = settings().document();
        clickOn("#show-project");
        clickOn("#project-name");
        retype("Front desk");
        assertThat(settings().document().name()).isEqualTo("Front desk");

        fire("add-project-languages");
        retype("Klingon!");
        push(KeyCode.ENTER);
        assertThat(says("language")).isTrue();
        assertThat(settings().document().languages()).containsExactly("en", "de");
        retype("fr");
        push(KeyCode.ENTER);
        assertThat(settings().document().languages()).containsExactly("en", "de", "fr");

        ComboBox<String> zone = lookup("#project-zone").query();
        interact(() -> zone.setValue("America/New_York"));
        assertThat(settings().document().timeZone()).isEqualTo("America/New_York");

        leave();
        while (settings().undoName() != null) {
            interact(() -> settings().undo());
        }
        assertThat(settings().document()).isEqualTo(before);
        assertThat(zone.getValue()).isEqualTo("Europe/Berlin");
    }

    @Test
    void aResourceIsDeclaredByItsKindAndName() {
        clickOn("#show-project");
        ComboBox<ResourceKind> kind = lookup("#resource-kind").query();
        interact(() -> kind.setValue(ResourceKind.QUEUE));
        go("resource-name");
        retype("night");
        push(KeyCode.ENTER);
        assertThat(settings().document().resources(ResourceKind.QUEUE)).containsKeys("service", "night");
        interact(() -> settings().undo());
        assertThat(settings().document().resources(ResourceKind.QUEUE)).containsOnlyKeys("service");
    }

    @Test
    void theFlowsNameItsExitsAndWhereCallsBeginAreEditedAndTakenBack() {
        clickOn("#flow-name");
        retype("All that there is");
        assertThat(editor.document().name()).isEqualTo("All that there is");

        ComboBox<String> start = lookup("#flow-start").query();
        interact(() -> start.setValue("menu"));
        assertThat(editor.document().start()).isEqualTo("menu");

        fire("add-variables");
        retype("not a name");
        push(KeyCode.ENTER);
        assertThat(editor.document().variables()).doesNotContainKey("not a name");
        retype("score");
        push(KeyCode.ENTER);
        assertThat(editor.document().variables()).containsKey("score");
        undoAll();
        assertThat(start.getValue()).isEqualTo("entry");
    }
}
