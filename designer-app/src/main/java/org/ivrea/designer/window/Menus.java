package org.ivrea.designer.window;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.ivrea.designer.command.Actions;
import org.ivrea.designer.command.MenuItems;
import org.ivrea.designer.i18n.Messages;

/// The window's menus.
final class Menus {
    private static final Messages TEXTS = Messages.of(Menus.class);

    /// The actions of each menu.
    private static final SequencedMap<String, List<String>> IDS = new LinkedHashMap<>();

    static {
        IDS.put("file", List.of("file.newProject", "file.open", "file.welcome", "-",
                "file.newFlow", "file.renameFlow", "file.deleteFlow", "-", "file.save", "file.saveAll", "-",
                "file.preferences", "file.closeTab", "file.quit"));
        IDS.put("edit", List.of("edit.undo", "edit.redo", "-", "edit.cut", "edit.copy",
                "edit.paste", "edit.duplicate", "edit.delete", "-", "edit.selectAll", "edit.selectNone", "-",
                "edit.find"));
        IDS.put("view", List.of("view.zoomIn", "view.zoomOut", "view.zoomActual", "view.zoomFit",
                "view.zoomSelection", "-", "view.palette", "view.inspector", "view.bottom", "-", "view.problems",
                "view.prompts", "view.history", "-", "view.nextPanel", "view.previousPanel", "view.nextTab",
                "view.previousTab", "-", "view.themeSystem",
                "view.themeLight",
                "view.themeDark"));
        IDS.put("flow", List.of("flow.add", "flow.comment", "flow.group", "flow.ungroup",
                "flow.extract", "-", "flow.rename",
                "flow.setStart", "flow.disable", "flow.breakpoint", "-", "flow.tidy", "flow.alignLeft",
                "flow.alignCentre", "flow.alignRight", "flow.alignTop", "flow.alignMiddle", "flow.alignBottom",
                "flow.distributeHorizontally", "flow.distributeVertically"));
        IDS.put("call", List.of("call.call", "call.phone", "-", "call.pause", "call.skip",
                "call.over",
                "call.step", "call.out", "-", "call.tests", "-", "call.trace", "call.variables", "call.console",
                "call.breakpoints", "call.world", "call.replay"));
        IDS.put("servers", List.of("servers.panel", "servers.export", "-", "servers.keys"));
        IDS.put("help", List.of("help.commands", "help.keys", "help.node", "-", "help.about"));
    }

    private final MenuItems items;
    private final Projects projects;
    private final MenuBar bar = new MenuBar();

    Menus(Actions actions, Projects projects) {
        this.items = new MenuItems(actions);
        this.projects = projects;
        bar.setId("menu-bar");
        for (String menu : IDS.keySet()) {
            bar.getMenus().add(new Menu(TEXTS.get("menu." + menu)));
        }
    }

    /// A menu's title without the mark of its mnemonic.
    static String title(String menu) {
        return TEXTS.get("menu." + menu).replace("_", "");
    }

    MenuBar bar() {
        return bar;
    }

    /// Puts the items into the menus, and with them their keys into the window.
    void fill() {
        var menus = bar.getMenus().iterator();
        IDS.values().forEach(ids -> items.fill(menus.next(), ids));
        bar.getMenus().getFirst().getItems().add(2, recent());
    }

    private Menu recent() {
        var menu = new Menu(TEXTS.get("menu.recent"));
        // An empty menu would never open.
        menu.getItems().add(new SeparatorMenuItem());
        menu.setOnShowing(_ -> {
            menu.getItems().clear();
            for (Path folder : projects.settings().recent().keySet()) {
                var item = new MenuItem(folder.toString());
                item.setMnemonicParsing(false);
                item.setOnAction(_ -> projects.open(folder));
                menu.getItems().add(item);
            }
            if (menu.getItems().isEmpty()) {
                var none = new MenuItem(TEXTS.get("menu.recent.none"));
                none.setDisable(true);
                menu.getItems().add(none);
            }
        });
        return menu;
    }
}
