package org.ivrea.designer.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class SettingsStoreTest {
    @TempDir Path folder;

    @Test
    void everythingIsThereTheNextTime() {
        Path project = folder.resolve("shop");
        SettingsStore.in(folder).change(now -> now.withTheme(ThemeChoice.DARK).withReopen(false)
                .withProject(project, new OpenTabs(List.of("main", "hours"), "hours")).withAction("flow.tidy")
                .withWindow(new WindowPlace(10, 20, 1_000, 700, true))
                .withPanels(PanelPlaces.USUAL.withBottom(false, 300))
                .withPreferences(Preferences.USUAL.withGrid(false).withAutosave(true)));

        Settings read = SettingsStore.in(folder).get();
        assertThat(read.theme()).isEqualTo(ThemeChoice.DARK);
        assertThat(read.reopen()).isFalse();
        assertThat(read.last()).isEqualTo(project);
        assertThat(read.recent()).containsEntry(project, new OpenTabs(List.of("main", "hours"), "hours"));
        assertThat(read.actions()).containsExactly("flow.tidy");
        assertThat(read.window()).isEqualTo(new WindowPlace(10, 20, 1_000, 700, true));
        assertThat(read.panels()).isEqualTo(PanelPlaces.USUAL.withBottom(false, 300));
        assertThat(read.preferences()).isEqualTo(Preferences.USUAL.withGrid(false).withAutosave(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "nonsense", "{ \"theme\": 7, \"recent\": {}, \"panels\": \"wide\" }",
            "{ \"window\": { \"width\": -5 }, \"preferences\": { \"grid\": \"yes\" }, \"actions\": [ 1, null ] }"})
    void whateverIsInTheFileTheDesignerStarts(String text) throws IOException {
        Files.writeString(folder.resolve("designer.json"), text);
        Settings read = SettingsStore.in(folder).get();
        assertThat(read.theme()).isEqualTo(ThemeChoice.SYSTEM);
        assertThat(read.preferences()).isEqualTo(Preferences.USUAL);
        assertThat(read.panels()).isEqualTo(PanelPlaces.USUAL);
    }

    @Test
    void theNewestProjectsAreRememberedOnceEach() {
        Settings settings = Settings.USUAL;
        for (int number = 0; number < 20; number++) {
            settings = settings.withProject(folder.resolve("p" + number), new OpenTabs(List.of(), null));
        }
        settings = settings.withProject(folder.resolve("p15"), new OpenTabs(List.of("main"), "main"));
        assertThat(settings.recent()).hasSize(12);
        assertThat(settings.recent().firstEntry().getKey()).isEqualTo(folder.resolve("p15"));
        assertThat(settings.without(folder.resolve("p15")).last()).isNull();
    }

    @Test
    void settingsLieWhereTheSystemWantsThem() {
        Path home = Path.of("/home/ann");
        assertThat(SettingsStore.usual("Linux", home, Map.<String, String>of()::get))
                .isEqualTo(Path.of("/home/ann/.config/ivrea"));
        assertThat(SettingsStore.usual("Linux", home, Map.of("XDG_CONFIG_HOME", "/etc/ann")::get))
                .isEqualTo(Path.of("/etc/ann/ivrea"));
        assertThat(SettingsStore.usual("Mac OS X", home, Map.<String, String>of()::get))
                .isEqualTo(Path.of("/home/ann/Library/Application Support/Ivrea"));
        assertThat(SettingsStore.usual("Windows 11", home, Map.of("APPDATA", "/roaming")::get))
                .isEqualTo(Path.of("/roaming/Ivrea"));
    }
}
