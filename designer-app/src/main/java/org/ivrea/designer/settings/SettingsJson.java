package org.ivrea.designer.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// Settings as JSON. What is missing or makes no sense is as usual, so that settings of any version can be read.
final class SettingsJson {
    private SettingsJson() {}

    static Json write(Settings settings) {
        Json.Obj json = Json.obj("theme", Json.of(settings.theme().name()), "reopen", Json.of(settings.reopen()));
        if (settings.last() != null) {
            json = json.with("last", Json.of(settings.last().toString()));
        }
        List<Json> recent = new ArrayList<>();
        settings.recent().forEach((folder, tabs) -> {
            Json.Obj project = Json.obj("folder", Json.of(folder.toString()), "flows", texts(tabs.flows()));
            recent.add(tabs.front() == null ? project : project.with("front", Json.of(tabs.front())));
        });
        json = json.with("recent", Json.arr(recent)).with("actions", texts(settings.actions()));
        WindowPlace window = settings.window();
        if (window != null) {
            json = json.with("window", Json.obj("x", Json.of(window.x()), "y", Json.of(window.y()))
                    .with("width", Json.of(window.width())).with("height", Json.of(window.height()))
                    .with("maximized", Json.of(window.maximized())));
        }
        Preferences likes = settings.preferences();
        json = json.with("preferences", Json.obj("snap", Json.of(likes.snap()), "grid", Json.of(likes.grid()))
                .with("minimap", Json.of(likes.minimap())).with("animations", Json.of(likes.animations()))
                .with("autosave", Json.of(likes.autosave())).with("draftVoice", Json.of(likes.draftVoice())));
        PanelPlaces panels = settings.panels();
        return json.with("panels", Json.obj("paletteWidth", Json.of(panels.paletteWidth()), "palette",
                Json.of(panels.palette()), "inspectorWidth", Json.of(panels.inspectorWidth()))
                .with("inspector", Json.of(panels.inspector())).with("bottomHeight", Json.of(panels.bottomHeight()))
                .with("bottom", Json.of(panels.bottom())));
    }

    static Settings read(@Nullable Json value) {
        if (!(value instanceof Json.Obj json)) {
            return Settings.USUAL;
        }
        SequencedMap<Path, OpenTabs> recent = new LinkedHashMap<>();
        if (json.get("recent") instanceof Json.Arr(List<Json> items)) {
            for (Json item : items) {
                if (item instanceof Json.Obj project && path(project.get("folder")) instanceof Path folder) {
                    recent.put(folder, new OpenTabs(texts(project.get("flows")), text(project.get("front"))));
                }
            }
        }
        return new Settings(theme(json.get("theme")), flag(json.get("reopen"), true), path(json.get("last")), recent,
                texts(json.get("actions")), window(json.get("window")), panels(json.get("panels")),
                preferences(json.get("preferences")));
    }

    private static ThemeChoice theme(@Nullable Json value) {
        for (ThemeChoice choice : ThemeChoice.values()) {
            if (choice.name().equals(text(value))) {
                return choice;
            }
        }
        return ThemeChoice.SYSTEM;
    }

    private static @Nullable WindowPlace window(@Nullable Json value) {
        return value instanceof Json.Obj json
                ? new WindowPlace(number(json.get("x"), 0), number(json.get("y"), 0),
                        Math.max(640, number(json.get("width"), 1280)), Math.max(480, number(json.get("height"), 800)),
                        flag(json.get("maximized"), false))
                : null;
    }

    private static Preferences preferences(@Nullable Json value) {
        Preferences usual = Preferences.USUAL;
        return value instanceof Json.Obj json
                ? new Preferences(flag(json.get("snap"), usual.snap()), flag(json.get("grid"), usual.grid()),
                        flag(json.get("minimap"), usual.minimap()), flag(json.get("animations"), usual.animations()),
                        flag(json.get("autosave"), usual.autosave()), flag(json.get("draftVoice"), usual.draftVoice()))
                : usual;
    }

    private static PanelPlaces panels(@Nullable Json value) {
        PanelPlaces usual = PanelPlaces.USUAL;
        return value instanceof Json.Obj json
                ? new PanelPlaces(size(json.get("paletteWidth"), usual.paletteWidth()),
                        flag(json.get("palette"), true), size(json.get("inspectorWidth"), usual.inspectorWidth()),
                        flag(json.get("inspector"), true), size(json.get("bottomHeight"), usual.bottomHeight()),
                        flag(json.get("bottom"), true))
                : usual;
    }

    private static int size(@Nullable Json value, int usual) {
        int size = number(value, usual);
        return size < 80 || size > 4_000 ? usual : size;
    }

    private static int number(@Nullable Json value, int usual) {
        Integer number = value == null ? null : value.asInt();
        return number == null ? usual : number;
    }

    private static boolean flag(@Nullable Json value, boolean usual) {
        return value instanceof Json.Bool flag ? flag.value() : usual;
    }

    private static @Nullable String text(@Nullable Json value) {
        return value == null ? null : value.asText();
    }

    private static List<String> texts(@Nullable Json value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof Json.Arr(List<Json> items)) {
            items.forEach(item -> {
                if (item.asText() instanceof String text) {
                    texts.add(text);
                }
            });
        }
        return texts;
    }

    private static Json texts(List<String> texts) {
        return Json.arr(texts.stream().map(Json::of).toList());
    }

    private static @Nullable Path path(@Nullable Json value) {
        try {
            return text(value) instanceof String text && !text.isEmpty() ? Path.of(text) : null;
        } catch (InvalidPathException _) {
            return null;
        }
    }
}
