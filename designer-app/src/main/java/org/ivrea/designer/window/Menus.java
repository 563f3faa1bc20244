package org.ivrea.designer.window;

import java.nio.file.Path;
import java.util.List;
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

    private static final List<String> FILE = List.of("file.newProject", "file.open", "file.welcome", "-",
            "file.newFlow", "file.renameFlow", "file.deleteFlow", "-", "file.save", "file.saveAll", "-",
            "file.preferences", "file.closeTab", "file.quit");
    private static final List<String> EDIT = List.of("edit.undo", "edit.redo", "-", "edit.cut", "edit.copy",
            "edit.paste", "edit.duplicate", "edit.delete", "-", "edit.selectAll", "edit.selectNone", "-", "edit.find");
    private static final List<String> VIEW = List.of("view.zoomIn", "view.zoomOut", "view.zoomActual", "view.zoomFit",
            "view.zoomSelection", "-", "view.palette", "view.inspector", "view.bottom", "-", "view.problems",
            "view.prompts", "view.history", "-", "view.nextTab", "view.previousTab", "-", "view.themeSystem",
            "view.themeLight",
            "view.themeDark");
    private static final List<String> FLOW = List.of("flow.add", "flow.comment", "flow.group", "flow.ungroup",
            "flow.extract", "-", "flow.rename",
            "flow.setStart", "flow.disable", "flow.breakpoint", "-", "flow.tidy", "flow.alignLeft",
            "flow.alignCentre", "flow.alignRight", "flow.alignTop", "flow.alignMiddle", "flow.alignBottom",
            "flow.distributeHorizontally", "flow.distributeVertically");
    private static final List<String> CALL = List.of("call.call", "call.phone", "-", "call.pause", "call.skip",
            "call.over",
            "call.step", "call.out", "-", "call.tests", "-", "call.trace", "call.variables", "call.console",
            "call.breakpoints", "call.world", "call.replay");
    private static final List<String> SERVERS = List.of("servers.panel", "servers.export", "-", "servers.keys");
    private static final List<String> HELP = List.of("help.commands", "help.keys", "help.node", "-", "help.about");

    private final Actions actions;
    private final Projects projects;

    Menus(Actions actions, Projects projects) {
        this.actions = actions;
        this.projects = projects;
    }

    /// A menu's title without the mark of its mnemonic.
    static String title(String menu) {
        return TEXTS.get("menu." + menu).replace("_", "");
    }

    MenuBar bar() {
        var items = new MenuItems(actions);
        var bar = new MenuBar();
        bar.setId("menu-bar");
        Menu file = items.menu(TEXTS.get("menu.file"), FILE);
        file.getItems().add(2, recent());
        bar.getMenus().addAll(file, items.menu(TEXTS.get("menu.edit"), EDIT),
                items.menu(TEXTS.get("menu.view"), VIEW), items.menu(TEXTS.get("menu.flow"), FLOW),
                items.menu(TEXTS.get("menu.call"), CALL),
                items.menu(TEXTS.get("menu.servers"), SERVERS), items.menu(TEXTS.get("menu.help"), HELP));
        return bar;
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
