package org.ivrea.designer.window;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.stage.DirectoryChooser;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.settings.OpenTabs;
import org.ivrea.designer.settings.Settings;
import org.ivrea.designer.settings.SettingsStore;
import org.ivrea.designer.welcome.WelcomeActions;
import org.ivrea.flow.pack.PackageManifest;
import org.ivrea.flow.project.ProjectTemplate;
import org.jspecify.annotations.Nullable;

/// Opens projects, and makes new ones.
final class Projects implements WelcomeActions {
    private static final Messages TEXTS = Messages.of(Projects.class);

    private final MainWindow window;
    private final SettingsStore settings;
    private final ProjectOpener opener;
    private final BackgroundWork background;

    Projects(MainWindow window, SettingsStore settings, ProjectOpener opener, BackgroundWork background) {
        this.window = window;
        this.settings = settings;
        this.opener = opener;
        this.background = background;
    }

    Settings settings() {
        return settings.get();
    }

    @Override
    public void open(Path folder) {
        Path project = folder.toAbsolutePath().normalize();
        if (isOpen(project)) {
            return;
        }
        new Leaving(window).ask(() -> open(project, () -> project, true));
    }

    /// Opens what a person named, dropped or double-clicked.
    void openAny(Path named) {
        switch (Openable.of(named).orElse(new Openable.ProjectAt(named, null))) {
            case Openable.ProjectAt(Path folder, String flow) when flow != null -> openFlow(folder, flow);
            case Openable.ProjectAt(Path folder, var _) -> open(folder);
            case Openable.PackageAt(Path file) -> choose(TEXTS.get("package.choose", file.getFileName()),
                    file.getParent()).ifPresent(parent -> new Leaving(window).ask(() -> openPackage(file, parent)));
        }
    }

    private void openFlow(Path project, String flow) {
        if (isOpen(project)) {
            window.session().ifPresent(open -> open.openFlow(flow));
            return;
        }
        OpenTabs known = settings.get().recent().get(project);
        var flows = new LinkedHashSet<String>(known == null ? List.of() : known.flows());
        flows.add(flow);
        new Leaving(window).ask(() -> open(project, () -> project, true, new OpenTabs(List.copyOf(flows), flow)));
    }

    /// Unpacks the package below the folder, and opens what was in it.
    void openPackage(Path file, Path parent) {
        String name = String.valueOf(file.getFileName());
        Path folder = parent.resolve(name.substring(0, name.length() - PackageManifest.SUFFIX.length()));
        open(folder, () -> Unpacking.into(unused(folder), file), true);
    }

    private boolean isOpen(Path project) {
        return window.session().map(it -> it.workspace().folder().equals(project)).orElse(false);
    }

    /// Opens the project of the last time. Where that cannot be, the welcome page stays.
    void reopen(Path folder) {
        open(folder, () -> folder, false);
    }

    private void open(Path folder, Callable<Path> first, boolean tell) {
        open(folder, first, tell, null);
    }

    private void open(Path folder, Callable<Path> first, boolean tell, @Nullable OpenTabs wanted) {
        background.run(TEXTS.get("opening", String.valueOf(folder.getFileName())),
                () -> opener.open(first.call()), workspace -> {
                    OpenTabs tabs = wanted == null ? settings.get().recent().get(workspace.folder()) : wanted;
                    settings.change(now -> now.withProject(workspace.folder(),
                            tabs == null ? new OpenTabs(List.of(), null) : tabs));
                    window.showProject(workspace);
                }, failure -> {
                    if (tell) {
                        window.ask().tell(TEXTS.get("open.failed", String.valueOf(folder.getFileName())),
                                String.valueOf(failure.getMessage()));
                    }
                });
    }

    @Override
    public void chooseFolder() {
        choose(TEXTS.get("open.choose"), null).ifPresent(this::open);
    }

    @Override
    public void openSample(ProjectTemplate sample) {
        choose(TEXTS.get("sample.choose", sample.title()), null)
                .ifPresent(parent -> new Leaving(window).ask(() -> copySample(sample, parent)));
    }

    /// Copies the sample below the folder, or into it where it is empty, and opens the copy.
    void copySample(ProjectTemplate sample, Path parent) {
        open(parent.resolve(sample.name()), () -> {
            Path target = unused(parent.resolve(sample.name()));
            sample.create(target);
            return target;
        }, true);
    }

    private static Path unused(Path wanted) throws FileAlreadyExistsException {
        for (int number = 1; number < 100; number++) {
            Path path = number == 1 ? wanted : wanted.resolveSibling(wanted.getFileName() + "-" + number);
            if (!Files.exists(path)) {
                return path;
            }
        }
        throw new FileAlreadyExistsException(wanted.toString());
    }

    @Override
    public void newProject() {
        try {
            new NewProjectDialog(window.stage(), defaultFolder(), ProjectTemplate.all()).ask()
                    .ifPresent(wanted -> new Leaving(window).ask(() -> create(wanted)));
        } catch (IOException e) {
            window.ask().tell(TEXTS.get("new.unreadable"), String.valueOf(e.getMessage()));
        }
    }

    void create(NewProjectDialog.Wanted wanted) {
        open(wanted.folder(), () -> {
            wanted.template().create(wanted.folder(), wanted.name());
            return wanted.folder();
        }, true);
    }

    @Override
    public void forget(Path folder) {
        settings.change(now -> now.without(folder));
    }

    private Optional<Path> choose(String title, @Nullable Path from) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        Path start = from == null ? defaultFolder() : from;
        if (Files.isDirectory(start)) {
            chooser.setInitialDirectory(start.toFile());
        }
        return Optional.ofNullable(chooser.showDialog(window.stage())).map(java.io.File::toPath);
    }

    /// Beside the project that was open last, or at home.
    private Path defaultFolder() {
        for (Path recent : settings.get().recent().keySet()) {
            Path parent = recent.getParent();
            if (parent != null && Files.isDirectory(parent)) {
                return parent;
            }
        }
        return Path.of(System.getProperty("user.home", "."));
    }
}
