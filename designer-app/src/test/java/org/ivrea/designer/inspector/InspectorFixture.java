package org.ivrea.designer.inspector;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.edit.Selection;
import org.ivrea.designer.theme.Theme;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;

/// A window with an inspector, wired as the real one is.
@SuppressWarnings("NullAway.Init") // TestFX calls start() before each test
abstract class InspectorFixture extends ApplicationTest {
    private static final int SECONDS = 120;

    @TempDir Path folder;

    Projects project;
    FlowEditor editor;
    InspectorView inspector;
    String original = "";

    /// On a busy machine the first start takes its time.
    @BeforeAll
    static void load() {
        assertThat(Projects.REGISTRY.names()).isNotEmpty();
        FxToolkit.toolkitContext().setSetupTimeoutInMillis(SECONDS * 1000L);
        FxToolkit.toolkitContext().setLaunchTimeoutInMillis(SECONDS * 1000L);
    }

    @Override
    public void start(Stage stage) throws IOException {
        Theme.LIGHT.apply();
        project = Projects.open(folder);
        editor = project.main();
        original = Projects.text(editor.document());
        inspector = new InspectorView(project);
        inspector.setMinSize(340, 860);
        editor.addListener((_, _) -> show());
        project.workspace().addAnalysisListener(_ -> show());
        var elsewhere = new Button("elsewhere");
        elsewhere.setId("elsewhere");
        show();
        stage.setScene(new Scene(new VBox(elsewhere, inspector), 360, 920));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @AfterEach
    void close() {
        interact(project::close);
    }

    private void show() {
        inspector.show(editor, editor.selection(), project.workspace().analysis());
    }

    void select(String node) {
        interact(() -> editor.select(Selection.ofNode(node)));
        focus(node, "");
    }

    /// Puts the focus at a field, as a click on a problem does.
    void focus(String node, String pointer) {
        interact(() -> inspector.focusField(JsonPointer.parse("/nodes/" + node + pointer)));
    }

    NodeDocument node(String id) {
        return java.util.Objects.requireNonNull(editor.document().node(id), id);
    }

    Json field(String id, String name) {
        Json value = node(id).field(name);
        return value == null ? Json.NULL : value;
    }

    /// The focus is in the field: all that was typed there is chosen and typed over.
    FxRobot retype(String text) {
        push(javafx.scene.input.KeyCode.CONTROL, javafx.scene.input.KeyCode.A);
        return write(text, 0);
    }

    void leave() {
        interact(() -> lookup("#elsewhere").query().requestFocus());
    }

    void fire(String id) {
        Node control = lookup("#" + id).query();
        interact(() -> {
            switch (control) {
                case javafx.scene.control.ButtonBase button -> button.fire();
                default -> throw new AssertionError(id + " is no button");
            }
        });
    }

    /// Undoes everything: the document is what it was, to the byte.
    void undoAll() {
        leave();
        for (int step = 0; step < 500 && editor.undoName() != null; step++) {
            interact(() -> editor.undo());
        }
        assertThat(Projects.text(editor.document())).isEqualTo(original);
    }

    static void await(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException e) {
            throw new AssertionError("it did not happen within " + SECONDS + " s", e);
        }
    }

    boolean says(String text) {
        return lookup(".inspector-message").queryAll().stream()
                .anyMatch(node -> node instanceof javafx.scene.control.Label label && label.isVisible()
                        && label.getText().contains(text));
    }
}
