package org.ivrea.designer.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.ivrea.designer.settings.OpenTabs;
import org.ivrea.designer.settings.SettingsStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// How the program begins.
class HeadStartTest extends WindowFixture {
    private @Nullable MainWindow begun;

    @Override
    boolean opensProject() {
        return false;
    }

    @AfterEach
    void end() {
        System.clearProperty(SettingsStore.PROPERTY);
        MainWindow window = begun;
        if (window != null) {
            robot.interact(() -> {
                window.session().ifPresent(ProjectSession::close);
                window.stage().hide();
            });
        }
    }

    private MainWindow begin(String... arguments) {
        System.setProperty(SettingsStore.PROPERTY, settings.folder().toString());
        var start = new HeadStart(List.of(arguments));
        robot.interact(() -> {
            begun = start.show(new Stage());
        });
        return Objects.requireNonNull(begun);
    }

    private static @Nullable Node find(MainWindow window, String selector) {
        return window.scene().lookup(selector);
    }

    @Test
    void withoutAProjectThePageGreets() {
        MainWindow window = begin();

        assertThat(find(window, "#welcome")).isNotNull();
        await(window::isComplete);
        robot.interact(() -> window.open(project));
        await(window::isAnalysed);
        assertThat(find(window, "#canvas-bank")).isNotNull();
    }

    @Test
    void whatIsNamedIsOpenedWithAllItsPanelsButThePhone() {
        MainWindow window = begin(project.resolve("flows/sign-in.flow.json").toString());
        await(window::isAnalysed);

        assertThat(find(window, "#canvas-sign-in")).isNotNull();
        assertThat(find(window, "#palette-menu")).isNotNull();
        assertThat(find(window, "#inspector")).isNotNull();
        assertThat(find(window, "#problems")).isNotNull();
        assertThat(find(window, "#phone-dock")).isNull();

        robot.interact(() -> window.run("call.phone"));
        assertThat(find(window, "#phone-dock")).isNotNull();
    }

    @Test
    void theProjectOfTheLastTimeIsOpenedAndLockedOnce() {
        settings.change(now -> now.withProject(project, new OpenTabs(List.of(), null)));
        MainWindow window = begin();
        await(window::isAnalysed);

        assertThat(window.workspace().orElseThrow().folder()).isEqualTo(project);
        assertThat(window.workspace().orElseThrow().isReadOnly()).isFalse();
    }

    @Test
    void whereTheLastProjectIsGoneThePageGreets() {
        settings.change(now -> now.withProject(Path.of("gone").toAbsolutePath(), new OpenTabs(List.of(), null)));
        MainWindow window = begin();

        await(() -> find(window, "#welcome") != null);
        assertThat(window.session()).isEmpty();
    }
}
