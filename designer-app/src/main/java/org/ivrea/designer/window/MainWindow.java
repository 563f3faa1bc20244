package org.ivrea.designer.window;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Future;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.ivrea.designer.command.Action;
import org.ivrea.designer.command.ActionButton;
import org.ivrea.designer.command.Actions;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.settings.Preferences;
import org.ivrea.designer.settings.SettingsStore;
import org.ivrea.designer.settings.WindowPlace;
import org.ivrea.designer.theme.Theme;
import org.ivrea.designer.welcome.WelcomeView;
import org.ivrea.designer.workspace.Workspace;
import org.ivrea.engine.spec.NodeRegistry;
import org.jspecify.annotations.Nullable;

/// The window: a project, or the page that greets.
public final class MainWindow implements SessionFrame {
    private static final Messages TEXTS = Messages.of(MainWindow.class);
    private static final double USUAL_WIDTH = 1440;
    private static final double USUAL_HEIGHT = 900;
    private static final Duration MOMENT = Duration.millis(600);

    private final Stage stage;
    private final SettingsStore settings;
    private final Sounds sounds;
    private final BorderPane frame = new BorderPane();
    private final StackPane root = new StackPane(frame);
    private final Actions actions = new Actions();
    private final StatusBar status;
    private final StatusLine line;
    private final BackgroundWork background;
    private final ServerParts servers;
    private final Projects projects;
    private final AfterDrawing later = new AfterDrawing();
    private @Nullable ProjectSession session;
    private boolean refreshing;

    /// With the page that greets, until a project is opened.
    ///
    /// @param registry the node types, which may still be loading
    public MainWindow(Stage stage, SettingsStore settings, Future<NodeRegistry> registry) {
        this(stage, settings, folder -> Workspace.openOnly(folder, registry.get(), Platform::runLater));
        showWelcome();
    }

    /// With nothing in it yet.
    MainWindow(Stage stage, SettingsStore settings, ProjectOpener opener) {
        this.stage = stage;
        this.settings = settings;
        // Before any control: the first would load JavaFX's own theme, for nothing.
        applyTheme();
        Platform.getPreferences().colorSchemeProperty().addListener(_ -> applyTheme());
        this.status = new StatusBar(() -> run("view.problems"));
        this.line = new StatusLine(status);
        this.sounds = new Sounds(() -> settings.get().preferences().draftVoice());
        this.background = new BackgroundWork(status);
        this.servers = new ServerParts(this, settings.folder());
        this.projects = new Projects(this, settings, opener, background);
        new WindowActions(this, projects).addTo(actions);
        frame.setTop(topBar());
        frame.setBottom(status);
        later.add(status::fill);
        root.getStyleClass().add("main-window");
        stage.setScene(new Scene(root, USUAL_WIDTH, USUAL_HEIGHT));
        stage.setTitle("Ivrea");
        later.add(() -> WindowIcon.addTo(stage));
        stage.setOnCloseRequest(event -> {
            event.consume();
            run("file.quit");
        });
        stage.focusedProperty().subscribe(focused -> {
            if (focused) {
                // What others did to the files, or that another window took over, is seen at once.
                workspace().ifPresent(Workspace::refresh);
            } else {
                left();
            }
        });
        new WindowKeys(root, actions, () -> session().ifPresent(open -> open.tabs().focusFront())).install();
        new FolderDrop(root, projects).install();
        later.add(Theme::loadAllFonts);
    }

    /// What is in it comes when the window is drawn: nobody opens a menu before they see the page.
    private TopBar topBar() {
        var bar = new TopBar();
        var menus = new Menus(actions, projects);
        later.add(() -> bar.fillLeft(menus.bar(), actions));
        later.add(() -> bar.fillRight(new ActionButton(actions, "flow.tidy", true),
                new ActionButton(actions, "call.tests", true), new ActionButton(actions, "servers.export", true),
                callButton()));
        later.add(menus::fill);
        return bar;
    }

    /// Green to call, red to hang up.
    private ActionButton callButton() {
        var button = new ActionButton(actions, "call.call", true);
        button.getStyleClass().add("tool-call");
        actions.follow(() -> {
            button.getStyleClass().remove("tool-hang-up");
            if (session().map(it -> it.calls().desk().calls().state().isUp()).orElse(false)) {
                button.getStyleClass().add("tool-hang-up");
            }
        });
        return button;
    }

    /// Shows the window where it was last.
    public void show() {
        WindowPlace place = settings.get().window();
        if (place != null && new Screens().shows(place)) {
            stage.setX(place.x());
            stage.setY(place.y());
            stage.setWidth(place.width());
            stage.setHeight(place.height());
            stage.setMaximized(place.maximized());
        } else {
            new Screens().fit(stage);
        }
        stage.show();
    }

    /// Opens a project, or what a person named: its settings, one of its flows, or a package.
    public void open(Path named) {
        projects.openAny(named);
    }

    /// Opens the project that was open last, if there is one and the person wants that.
    ///
    /// @return whether there is one
    public boolean reopen() {
        Optional<Path> last = settings.get().toReopen();
        last.ifPresent(projects::reopen);
        return last.isPresent();
    }

    /// Greets whoever waits for a project longer than a moment, or in vain.
    void welcomeAfterAMoment() {
        var moment = new PauseTransition(MOMENT);
        moment.setOnFinished(_ -> {
            if (frame.getCenter() == null) {
                showWelcome();
            }
        });
        moment.play();
    }

    /// Brings a node of the open project to the front.
    public void reveal(String flow, String nodeId) {
        session().ifPresent(open -> open.reveal(flow, nodeId, null));
    }

    /// The project that is open, if one is.
    public Optional<Workspace> workspace() {
        return session().map(ProjectSession::workspace);
    }

    /// True when nothing of the window waits to be made.
    public boolean isComplete() {
        return later.isDone();
    }

    /// True when a project is open, all its panels are there, and what is shown of its problems is of the project as it
    /// is.
    public boolean isAnalysed() {
        return isComplete() && session().map(ProjectSession::workspace)
                .map(workspace -> workspace.analysis().revision() == workspace.revision()).orElse(false);
    }

    public Actions actions() {
        return actions;
    }

    public Scene scene() {
        return stage.getScene();
    }

    public Stage stage() {
        return stage;
    }

    StackPane root() {
        return root;
    }

    SettingsStore settings() {
        return settings;
    }

    Projects projects() {
        return projects;
    }

    ServerParts servers() {
        return servers;
    }

    @Override
    public Ask ask() {
        return new Ask(stage);
    }

    Optional<ProjectSession> session() {
        return Optional.ofNullable(session);
    }

    void showWelcome() {
        endSession();
        show(new WelcomeView(projects, settings.get().recent().keySet()));
    }

    void showProject(Workspace workspace) {
        endSession();
        session = new ProjectSession(workspace, this, sounds.player(), sounds.voice(), background,
                settings.get().panels(), settings.get().recent().get(workspace.folder()));
        servers.addTo(session);
        show(session.layout());
        session.tabs().focusFront();
    }

    private void endSession() {
        ProjectSession old = session;
        session = null;
        if (old != null) {
            settings.change(now -> now.withPanels(old.layout().places())
                    .withProject(old.workspace().folder(), old.tabs().open()));
            old.close();
        }
    }

    private void show(Region content) {
        frame.setCenter(content);
        refresh();
    }

    /// Ends: what has to be saved was saved or given up.
    void close() {
        settings.change(now -> now.withWindow(new WindowPlace((int) stage.getX(), (int) stage.getY(),
                (int) stage.getWidth(), (int) stage.getHeight(), stage.isMaximized())));
        Path last = session().map(it -> it.workspace().folder()).orElse(null);
        endSession();
        if (last == null) {
            settings.change(it -> it.withoutLast());
        }
        stage.hide();
    }

    /// Something was saved just now.
    void saved() {
        line.saved();
        refresh();
    }

    /// Gives the window the look that the person chose, or the system's.
    void applyTheme() {
        Theme theme = switch (settings.get().theme()) {
            case SYSTEM -> Theme.of(Platform.getPreferences().getColorScheme());
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
        };
        theme.apply();
    }

    @Override
    public Preferences preferences() {
        return settings.get().preferences();
    }

    /// The person went to another window.
    void left() {
        if (preferences().autosave()) {
            // What cannot be saved, as somebody else changed it, is shown as a question above the flow.
            workspace().filter(it -> !it.isReadOnly() && it.isDirty())
                    .ifPresent(it -> it.saveAll().thenAccept(_ -> refresh()));
        }
    }

    /// Remembers what the person likes, and shows it.
    void prefer(Preferences likes) {
        settings.change(now -> now.withPreferences(likes));
        session().ifPresent(ProjectSession::preferencesChanged);
    }

    @Override
    public void refresh() {
        if (refreshing) {
            return;
        }
        refreshing = true;
        try {
            line.show(session);
            stage.setTitle(session == null
                    ? "Ivrea"
                    : TEXTS.get(session.workspace().isDirty() ? "title.unsaved" : "title",
                            session.workspace().project().settings().name()));
            actions.refresh();
        } finally {
            refreshing = false;
        }
    }

    @Override
    public void afterDrawing(Runnable piece) {
        later.add(piece);
    }

    @Override
    public void status(String text) {
        status.hint.setText(text);
    }

    @Override
    public @Nullable KeyCombination keys(String id) {
        return actions.get(id).keys();
    }

    @Override
    public void run(String id) {
        Action action = actions.get(id);
        action.runIfEnabled();
        refresh();
    }

    @Override
    public void openHelp(String nodeType, @Nullable String field) {
        session().map(open -> open.workspace().registry().spec(nodeType))
                .ifPresent(spec -> NodeHelp.show(root, spec, field));
    }
}
