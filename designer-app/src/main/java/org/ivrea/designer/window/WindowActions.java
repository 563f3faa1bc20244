package org.ivrea.designer.window;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.ivrea.designer.command.Action;
import org.ivrea.designer.command.Actions;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.edit.Undoable;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.settings.ThemeChoice;
import org.ivrea.designer.workspace.StateFolder;
import org.ivrea.flow.document.NodeDocument;
import org.jspecify.annotations.Nullable;

/// What the window can be asked to do. The texts are in the bundle, under `action.` and the id.
final class WindowActions {
    private static final Messages TEXTS = Messages.of(WindowActions.class);

    private final MainWindow window;
    private final Projects projects;
    private final Saves saves;
    private final FlowCommands flows;

    WindowActions(MainWindow window, Projects projects) {
        this.window = window;
        this.projects = projects;
        this.saves = new Saves(window);
        this.flows = new FlowCommands(window, saves);
    }

    static Action action(String id, Runnable run) {
        return Action.of(id, TEXTS.get("action." + id), run);
    }

    void addTo(Actions actions) {
        file(actions);
        edit(actions);
        find(actions);
        view(actions);
        new CanvasCommands(window::session).addTo(actions);
        new CallCommands(window::session).addTo(actions);
        window.servers().addTo(actions);
        help(actions);
    }

    private void file(Actions all) {
        all.add(action("file.newProject", projects::newProject).key("Shortcut+Shift+N").icon("plus-square"));
        all.add(action("file.open", projects::chooseFolder).key("Shortcut+O").icon("folder"));
        all.add(action("file.welcome", () -> new Leaving(window).ask(window::showWelcome)).when(this::hasProject)
                .icon("home"));
        all.add(action("file.newFlow", flows::create).key("Shortcut+N").when(this::canEdit).icon("file-plus"));
        all.add(action("file.renameFlow", flows::rename).when(this::canEditFlow));
        all.add(action("file.deleteFlow", flows::delete).when(this::canEditFlow));
        all.add(action("file.save", saves::front).key("Shortcut+S").when(this::canEdit).icon("save"));
        all.add(action("file.saveAll", () -> saves.all(() -> {})).key("Shortcut+Shift+S").when(this::canEdit));
        all.add(action("file.closeTab", () -> withSession(session -> session.tabs().front()
                .ifPresent(session.tabs()::close))).key("Shortcut+W")
                .when(() -> window.session().flatMap(it -> it.tabs().front()).isPresent()));
        all.add(action("file.preferences", () -> new PreferencesDialog(window).show()).key("Shortcut+COMMA")
                .icon("settings"));
        all.add(action("file.quit", () -> new Leaving(window).ask(window::close)).key("Shortcut+Q"));
    }

    private void edit(Actions all) {
        all.add(action("edit.undo", () -> history(Undoable::undo)).key("Shortcut+Z")
                .icon("corner-up-left").when(() -> canEdit() && undoName() != null)
                .labelled(() -> named("action.edit.undo", undoName())));
        all.add(action("edit.redo", () -> history(Undoable::redo)).key("Shortcut+Shift+Z")
                .icon("corner-up-right").when(() -> canEdit() && redoName() != null)
                .labelled(() -> named("action.edit.redo", redoName())));
    }

    private static String named(String key, @Nullable String name) {
        return name == null ? TEXTS.get(key) : TEXTS.get(key + ".named", name.replace("_", "__"));
    }

    private @Nullable String undoName() {
        return undoable().map(Undoable::undoName).orElse(null);
    }

    private @Nullable String redoName() {
        return undoable().map(Undoable::redoName).orElse(null);
    }

    private Optional<Undoable> undoable() {
        return window.session().flatMap(ProjectSession::undoable);
    }

    private void history(Consumer<Undoable> step) {
        undoable().ifPresent(step);
    }

    private void find(Actions all) {
        all.add(action("edit.find", () -> withSession(session -> {
            var find = session.showPanel("find");
            if (find != null) {
                find.requestFocus();
            }
        })).key("Shortcut+F").when(this::hasProject).icon("search"));
    }

    private void view(Actions all) {
        panel(all, "palette", "Shortcut+B", PanelLayout::isPaletteOpen, PanelLayout::showPalette);
        panel(all, "inspector", "Shortcut+I", PanelLayout::isInspectorOpen, PanelLayout::showInspector);
        panel(all, "bottom", "Shortcut+J", PanelLayout::isBottomOpen, PanelLayout::showBottom);
        bottom(all, "problems", "Shortcut+Shift+M");
        bottom(all, "prompts", "Shortcut+Shift+R");
        bottom(all, "history", "Shortcut+Shift+H");
        all.add(action("view.nextPanel", () -> withSession(session -> session.panels().step(1))).key("F6")
                .when(this::hasProject));
        all.add(action("view.previousPanel", () -> withSession(session -> session.panels().step(-1))).key("Shift+F6")
                .when(this::hasProject));
        all.add(action("view.nextTab", () -> withSession(session -> session.tabs().step(1)))
                .key("Shortcut+PAGE_DOWN").when(this::hasProject));
        all.add(action("view.previousTab", () -> withSession(session -> session.tabs().step(-1)))
                .key("Shortcut+PAGE_UP").when(this::hasProject));
        for (ThemeChoice choice : ThemeChoice.values()) {
            String id = "view.theme" + choice.name().charAt(0) + choice.name().substring(1).toLowerCase(
                    java.util.Locale.ROOT);
            all.add(action(id, () -> {
                window.settings().change(now -> now.withTheme(choice));
                window.applyTheme();
            }).switching(() -> window.settings().get().theme() == choice));
        }
    }

    private interface IsOpen {
        boolean in(PanelLayout layout);
    }

    private interface Open {
        void in(PanelLayout layout, boolean open);
    }

    private void panel(Actions all, String name, String keys, IsOpen isOpen, Open open) {
        all.add(action("view." + name, () -> withSession(session -> open.in(session.layout(),
                !isOpen.in(session.layout())))).key(keys).when(this::hasProject)
                .switching(() -> window.session().map(it -> isOpen.in(it.layout())).orElse(false)));
    }

    private void bottom(Actions all, String name, String keys) {
        all.add(action("view." + name, () -> withSession(session -> {
            var panel = session.showPanel(name);
            if (panel != null) {
                panel.requestFocus();
            }
        })).key(keys).when(() -> window.session().map(it -> it.bottom().has(name)).orElse(false)));
    }

    private void help(Actions all) {
        all.add(action("help.commands", new Commands(window)::show).key("Shortcut+Shift+P").icon("search"));
        all.add(WindowKeys.shown(action("help.keys", new Commands(window)::showKeys), "?"));
        all.add(action("help.node", this::showNodeHelp).key("F1").icon("help-circle")
                .when(() -> selectedType() != null));
        all.add(action("help.about", () -> window.ask().inform(TEXTS.get("about.title"), TEXTS.get("about.text",
                System.getProperty("java.version"), System.getProperty("javafx.version"),
                new FailureLog(StateFolder.ofUser()).file()))));
    }

    private void showNodeHelp() {
        String type = selectedType();
        if (type != null) {
            window.openHelp(type, null);
        }
    }

    /// The type of the one selected node.
    private @Nullable String selectedType() {
        FlowEditor editor = window.session().flatMap(ProjectSession::editor).orElse(null);
        if (editor == null || editor.selection().nodes().size() != 1) {
            return null;
        }
        NodeDocument node = editor.document().node(editor.selection().nodes().first());
        return node == null ? null : node.type();
    }

    private void withSession(Consumer<ProjectSession> use) {
        window.session().ifPresent(use);
    }

    private boolean hasProject() {
        return window.session().isPresent();
    }

    private boolean canEdit() {
        return window.session().map(it -> !it.workspace().isReadOnly()).orElse(false);
    }

    private boolean canEditFlow() {
        BooleanSupplier open = () -> window.session().flatMap(ProjectSession::editor).isPresent();
        return canEdit() && open.getAsBoolean();
    }
}
