package org.ivrea.designer.window;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import org.ivrea.designer.settings.OpenTabs;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The page that greets.
class WelcomeTest extends WindowFixture {

    @Override
    boolean opensProject() {
        return false;
    }

    @Test
    void samplesAreOffered() {
        assertThat(List.of("bank", "main-menu", "survey", "appointment"))
                .allSatisfy(sample -> assertThat(isThere("sample-" + sample)).isTrue());
        assertThat(this.<Button>find("sample-bank").getAccessibleText()).startsWith("Example Bank. ");
        assertThat(window().session()).isEmpty();
    }

    @Test
    void aRecentProjectIsOpenedByAClickAndForgottenByAnother() {
        Path gone = project.resolveSibling("gone");
        robot.interact(() -> {
            settings.change(now -> now.withProject(gone, new OpenTabs(List.of(), null))
                    .withProject(project, new OpenTabs(List.of("sign-in"), "sign-in")));
            window().showWelcome();
        });
        awaitNode("recent-bank");
        assertThat(this.<Button>find("recent-gone").isDisabled()).isTrue();

        robot.clickOn(robot.lookup(".welcome-forget").nth(1).<Button>query());
        assertThat(settings.get().recent()).containsOnlyKeys(project);

        robot.clickOn("#recent-bank");
        awaitProject();
        assertThat(session().tabs().open().flows()).containsExactly("sign-in");
    }

    @Test
    void theLastProjectOpensByItselfWhenThatIsWanted() {
        robot.interact(() -> {
            settings.change(now -> now.withProject(project, new OpenTabs(List.of(), null)).withReopen(false));
            window().reopen();
        });
        assertThat(window().session()).isEmpty();
        robot.interact(() -> {
            settings.change(now -> now.withReopen(true));
            window().reopen();
        });
        awaitProject();
        assertThat(session().workspace().folder()).isEqualTo(project.toAbsolutePath().normalize());
    }
}
