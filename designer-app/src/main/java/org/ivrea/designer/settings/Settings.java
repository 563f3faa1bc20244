package org.ivrea.designer.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Everything that is remembered. Immutable.
///
/// @param reopen  whether the last project opens at the next start
/// @param last    the project that was open at the end; `null` for none
/// @param recent  projects, the newest first, each with the flows that were open
/// @param actions ids of actions that were run from the command palette, the newest first
/// @param window  `null` before the first time
public record Settings(ThemeChoice theme, boolean reopen, @Nullable Path last, SequencedMap<Path, OpenTabs> recent,
        List<String> actions, @Nullable WindowPlace window, PanelPlaces panels,
        Preferences preferences) {
    private static final int MOST_RECENT = 12;

    public static final Settings USUAL = new Settings(ThemeChoice.SYSTEM, true, null, new LinkedHashMap<>(),
            List.of(), null, PanelPlaces.USUAL, Preferences.USUAL);

    public Settings {
        recent = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(recent));
        actions = List.copyOf(actions);
    }

    /// The project that opens at the next start.
    public Optional<Path> toReopen() {
        return reopen ? Optional.ofNullable(last) : Optional.empty();
    }

    public Settings withTheme(ThemeChoice chosen) {
        return new Settings(chosen, reopen, last, recent, actions, window, panels, preferences);
    }

    public Settings withReopen(boolean chosen) {
        return new Settings(theme, chosen, last, recent, actions, window, panels, preferences);
    }

    /// A project was opened, or is left with these flows open.
    public Settings withProject(Path folder, OpenTabs tabs) {
        SequencedMap<Path, OpenTabs> all = new LinkedHashMap<>();
        all.put(folder, tabs);
        recent.forEach((path, old) -> {
            if (all.size() < MOST_RECENT) {
                all.putIfAbsent(path, old);
            }
        });
        return new Settings(theme, reopen, folder, all, actions, window, panels, preferences);
    }

    public Settings withoutLast() {
        return new Settings(theme, reopen, null, recent, actions, window, panels, preferences);
    }

    /// Forgets a project.
    public Settings without(Path folder) {
        SequencedMap<Path, OpenTabs> fewer = new LinkedHashMap<>(recent);
        fewer.remove(folder);
        return new Settings(theme, reopen, folder.equals(last) ? null : last, fewer, actions, window, panels,
                preferences);
    }

    public Settings withAction(String id) {
        List<String> newest = new ArrayList<>(actions);
        newest.remove(id);
        newest.addFirst(id);
        return new Settings(theme, reopen, last, recent, newest.subList(0, Math.min(newest.size(), MOST_RECENT)),
                window, panels, preferences);
    }

    public Settings withWindow(WindowPlace place) {
        return new Settings(theme, reopen, last, recent, actions, place, panels, preferences);
    }

    public Settings withPanels(PanelPlaces places) {
        return new Settings(theme, reopen, last, recent, actions, window, places, preferences);
    }

    public Settings withPreferences(Preferences chosen) {
        return new Settings(theme, reopen, last, recent, actions, window, panels, chosen);
    }
}
