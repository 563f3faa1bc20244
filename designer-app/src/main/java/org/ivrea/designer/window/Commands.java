package org.ivrea.designer.window;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ivrea.designer.command.Action;
import org.ivrea.designer.command.CheatSheet;
import org.ivrea.designer.command.CommandPalette;
import org.ivrea.designer.command.Entry;
import org.ivrea.designer.command.KeyLine;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.flow.document.NodeDocument;

/// Opens the command palette and the cheat sheet over the window.
final class Commands {
    private static final Messages TEXTS = Messages.of(Commands.class);

    private final MainWindow window;

    Commands(MainWindow window) {
        this.window = window;
    }

    void show() {
        if (window.root().lookup("#command-palette") != null) {
            return;
        }
        new CommandPalette(actions(), this::places, window.settings().get().actions(), this::run).show(window.root());
    }

    private List<Entry> actions() {
        List<Entry> entries = new ArrayList<>();
        for (Action action : window.actions().all()) {
            if (action.enabled().getAsBoolean() && !action.id().equals("help.commands")) {
                entries.add(new Entry(action.id(), action.plainLabel(), Menus.title(action.menu()), action.keysText(),
                        action.icon(), action.run()));
            }
        }
        return entries;
    }

    /// The flows, and the nodes of all of them.
    private List<Entry> places() {
        List<Entry> entries = new ArrayList<>();
        window.session().ifPresent(session -> session.workspace().editors().forEach((flow, editor) -> {
            entries.add(new Entry(null, flow, TEXTS.get("place.flow"), "", "git-branch",
                    () -> session.openFlow(flow)));
            editor.document().nodes().forEach((id, node) -> entries.add(new Entry(null, labelOf(id, node),
                    flow + " · " + node.type(), "", "box", () -> session.reveal(flow, id, null))));
        }));
        return entries;
    }

    private static String labelOf(String id, NodeDocument node) {
        return node.label() == null ? id : node.label();
    }

    private void run(Entry entry) {
        String id = entry.id();
        if (id != null) {
            window.settings().change(now -> now.withAction(id));
        }
        entry.run().run();
        window.refresh();
    }

    void showKeys() {
        if (window.root().lookup("#cheat-sheet") == null) {
            CheatSheet.show(window.root(), window.actions(), Menus::title, gestures());
        }
    }

    /// What is done by hand on the canvas.
    static Map<String, List<KeyLine>> gestures() {
        Map<String, List<KeyLine>> groups = new LinkedHashMap<>();
        List<KeyLine> lines = new ArrayList<>();
        for (int number = 1; TEXTS.has("gesture." + number); number++) {
            String[] halves = TEXTS.get("gesture." + number).split("\\|", 2);
            lines.add(new KeyLine(halves[0], halves[1]));
        }
        groups.put(TEXTS.get("gestures"), lines);
        return groups;
    }
}
