package org.ivrea.designer.screenshots;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.ivrea.deploy.remote.FileHash;
import org.ivrea.deploy.remote.RemoteFailure;
import org.ivrea.deploy.remote.TargetClient;
import org.ivrea.designer.servers.FileVault;
import org.ivrea.designer.servers.KeyRack;
import org.ivrea.designer.servers.KeysDialog;
import org.ivrea.designer.servers.RealServer;
import org.ivrea.designer.servers.ServerBook;
import org.ivrea.designer.servers.ServerEntry;
import org.ivrea.designer.servers.ServersModel;
import org.ivrea.designer.settings.SettingsStore;
import org.ivrea.designer.settings.ThemeChoice;
import org.ivrea.designer.window.MainWindow;
import org.ivrea.designer.workspace.StateFolder;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.pack.ProjectPackage;
import org.ivrea.flow.pack.SigningKey;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectFolder;
import org.ivrea.flow.project.ProjectTemplate;
import org.jspecify.annotations.Nullable;

/// Pictures of the servers and of the export, in both themes: a project that runs on two servers in an older version,
/// and a third server that does not answer.
public final class ServersApp extends Application {
    private static final String PASSPHRASE = "correct horse battery";
    private static boolean failed;

    private final Deque<Step> steps = new ArrayDeque<>();
    private final NodeRegistry registry = NodeRegistry.load();
    private Path target = Path.of(".");
    private ThemeChoice theme = ThemeChoice.LIGHT;
    private @Nullable MainWindow main;

    /// @param name of the picture; `null` for none
    private record Step(BooleanSupplier ready, Runnable act, @Nullable String name, Scenes scenes) {
        interface Scenes {
            @Nullable
            Scene scene();
        }
    }

    static boolean failed() {
        return failed;
    }

    @Override
    public void start(Stage stage) throws Exception {
        target = Files.createDirectories(Path.of(getParameters().getUnnamed().getFirst()));
        Platform.setImplicitExit(false);
        for (ThemeChoice each : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            prepare(each);
        }
        next();
    }

    private void prepare(ThemeChoice look) throws Exception {
        Path place = Files.createTempDirectory("ivrea-servers-pictures");
        System.setProperty(StateFolder.PROPERTY, place.resolve("state").toString());
        Path folder = place.resolve("settings");
        Path project = place.resolve("bank");
        ProjectTemplate.named("bank").orElseThrow().create(project);
        ServersModel model = servers(folder, place);
        runOlder(model, folder, place, project);
        MainWindow[] window = new MainWindow[1];
        step(() -> true, () -> {
            theme = look;
            SettingsStore settings = SettingsStore.in(folder);
            settings.change(now -> now.withTheme(look));
            var loaded = new FutureTask<>(() -> registry);
            loaded.run();
            window[0] = new MainWindow(new Stage(), settings, loaded);
            main = window[0];
            // What is not shown gets no pulses, and is drawn half.
            main.stage().show();
            window[0].open(project);
        }, null, () -> null);
        step(() -> window[0].isAnalysed(), () -> {
            window[0].reveal("bank", "services");
            window[0].actions().get("servers.panel").run().run();
        }, null, () -> null);
        step(() -> true, () -> {}, "servers", () -> window[0].scene());
        step(() -> true, () -> window[0].actions().get("servers.export").run().run(), null, () -> null);
        step(() -> wizard() != null, () -> {
            text("export-passphrase", PASSPHRASE);
            text("export-version", "1.1.0");
        }, "export-setup", this::wizard);
        step(() -> true, () -> press("export-next"), null, () -> null);
        step(() -> isReady("export-next") && there("export-scripts"), () -> {}, "export-checks", this::wizard);
        step(() -> true, () -> press("export-next"), null, () -> null);
        step(() -> label("export-names-story").startsWith("Not ready"), () -> {}, "export-names", this::wizard);
        step(() -> true, () -> {
            press("export-back");
            press("export-back");
            ((CheckBox) Objects.requireNonNull(find("export-server-Naples"))).setSelected(false);
            ((RadioButton) Objects.requireNonNull(find("export-many"))).setSelected(true);
            press("export-next");
        }, null, () -> null);
        step(() -> isReady("export-next") && there("export-scripts"), () -> press("export-next"), null, () -> null);
        step(() -> isReady("export-next") && there("export-names"), () -> press("export-next"), null, () -> null);
        step(() -> isReady("export-next") && there("export-changes"), () -> {}, "export-changes", this::wizard);
        Path turin = place.resolve("turin");
        Path away = place.resolve("turin-is-away");
        step(() -> true, () -> {
            swap(turin, away);
            press("export-next");
        }, null, () -> null);
        step(() -> isReady("export-close") && there("export-story"), () -> swap(away, turin), "export-failed",
                this::wizard);
        step(() -> true, () -> press("export-retry"), null, () -> null);
        step(() -> isReady("export-close") && there("export-story"), () -> {}, "export-go", this::wizard);
        step(() -> true, () -> {
            press("export-close");
            new KeysDialog(new KeyRack(folder), null).show();
        }, null, () -> null);
        step(() -> find("key-list") != null, () -> {
            text("key-owner", "Bert on the night shift");
            text("key-passphrase", "seven tall giraffes");
        }, "keys", () -> Objects.requireNonNull(find("key-list")).getScene());
        step(() -> true, () -> closeOthers(window[0]), null, () -> null);
        step(() -> true, () -> Platform.runLater(() -> {
            ((javafx.scene.control.TableView<?>) Objects.requireNonNull(find("servers-table"))).getSelectionModel()
                    .selectFirst();
            press("servers-history");
        }), null, () -> null);
        step(() -> find("history-list") instanceof ListView<?> list && !list.getItems().isEmpty(),
                () -> ((ListView<?>) Objects.requireNonNull(find("history-list"))).getSelectionModel().selectLast(),
                "history", () -> Objects.requireNonNull(find("history-list")).getScene());
        step(() -> true, () -> closeOthers(window[0]), null, () -> null);
        step(() -> true, () -> Platform.runLater(() -> press("servers-add")), null, () -> null);
        step(() -> find("server-name") != null, () -> {
            text("server-name", "Bari");
            text("server-address", "http://localhost:9");
            text("server-token", "abc");
            press("server-try");
        }, null, () -> null);
        step(() -> isReady("server-try"), () -> {}, "server-add",
                () -> Objects.requireNonNull(find("server-name")).getScene());
        var bari = new RealServer(place.resolve("bari"), SigningKey.generate("Anna").signer());
        step(() -> true, () -> {
            text("server-address", bari.address().toString());
            text("server-token", bari.token());
            press("server-try");
        }, null, () -> null);
        step(() -> label("server-result").contains("SHA-256"), () -> {}, "server-trust",
                () -> Objects.requireNonNull(find("server-name")).getScene());
        step(() -> true, () -> {
            bari.close();
            closeOthers(window[0]);
            window[0].stage().hide();
        }, null, () -> null);
    }

    /// A folder is no longer where it was, and a file is in its place; or it is back.
    private static void swap(Path from, Path to) {
        try {
            Files.deleteIfExists(to);
            Files.move(from, to);
            if (to.getFileName().toString().endsWith("away")) {
                Files.createFile(from);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ServersModel servers(Path folder, Path place) throws IOException {
        var model = new ServersModel(new ServerBook(folder), new FileVault(folder), new KeyRack(folder),
                Runnable::run);
        model.put(ServerEntry.in("Milan", place.resolve("milan")), null);
        model.put(ServerEntry.in("Turin", place.resolve("turin")), null);
        model.put(ServerEntry.at("Naples", URI.create("http://localhost:9"), null), "token");
        return model;
    }

    /// The version before: a node more, one less, another label.
    private void runOlder(ServersModel model, Path settings, Path place, Path project)
            throws IOException, RemoteFailure, InterruptedException {
        var codec = new FlowCodec(registry, JsonLimits.DEFAULT);
        Project now = ProjectFolder.load(project, codec).orThrow();
        var rack = new KeyRack(settings);
        SigningKey key = rack.unlock(rack.create("Anna at the office", PASSPHRASE.toCharArray()),
                PASSPHRASE.toCharArray());
        Files.createDirectories(place);
        String version = "1.0.0";
        var flow = Objects.requireNonNull(now.flow("bank"));
        var old = flow.withoutNode("say-balance").withNode("services", node -> node.withLabel("Main services"))
                .withNode("old-greeting", org.ivrea.flow.document.NodeDocument.of("play").withLabel("Old greeting")
                        .withField("prompt", Json.arr(Json.obj("text", Json.of("Welcome to our bank.")))))
                .withLayout("old-greeting", new org.ivrea.flow.document.LayoutEntry(360, 40));
        Path file = place.resolve("old.ivrea");
        try (OutputStream out = Files.newOutputStream(file)) {
            new ProjectPackage(now.withFlow("bank", old), codec).write(
                    org.ivrea.flow.document.NodeId.from(now.settings().name()), version, List.of(), key, out);
        }
        String sha256 = FileHash.of(file);
        for (ServerEntry entry : model.entries()) {
            if (entry.isFolder()) {
                try (TargetClient client = model.targets().open(model.target(entry))) {
                    client.upload(file, sha256, bytes -> {});
                    client.activate(List.of(sha256), null, false);
                }
            }
        }
    }

    private void step(BooleanSupplier ready, Runnable act, @Nullable String name, Step.Scenes scene) {
        steps.add(new Step(ready, act, name, scene));
    }

    private void next() {
        Step step = steps.poll();
        if (step == null) {
            Platform.exit();
            return;
        }
        Frames.when(step.ready(), () -> {
            step.act().run();
            Frames.settled(30, () -> {
                if (step.name() != null) {
                    draw(step.name() + "-" + theme.name().toLowerCase(java.util.Locale.ROOT) + ".png",
                            Objects.requireNonNull(step.scenes().scene()));
                }
                next();
            });
        });
    }

    private void draw(String name, Scene scene) {
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png",
                    target.resolve(name).toFile());
            System.out.println(name);
        } catch (IOException e) {
            failed = true;
            System.err.println(e);
            Platform.exit();
        }
    }

    private @Nullable Scene wizard() {
        Node found = find("export-wizard");
        return found == null ? null : found.getScene();
    }

    private @Nullable Node find(String id) {
        for (Window window : Window.getWindows()) {
            Node found = window.getScene() == null ? null : window.getScene().getRoot().lookup("#" + id);
            if (found != null) {
                return found;
            }
        }
        return main == null ? null : main.scene().lookup("#" + id);
    }

    private boolean there(String id) {
        return find(id) != null;
    }

    private String label(String id) {
        return find(id) instanceof Labeled labeled ? labeled.getText() : "";
    }

    private boolean isReady(String button) {
        return find(button) instanceof Button found && !found.isDisabled();
    }

    private void press(String id) {
        ((Button) Objects.requireNonNull(find(id), id)).fire();
    }

    private void text(String id, String text) {
        if (find(id) instanceof TextInputControl field) {
            field.setText(text);
        } else if (find(id) instanceof TextField field) {
            field.setText(text);
        }
    }

    private static void closeOthers(MainWindow main) {
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window != main.stage() && window.getScene() != null
                    && window.getScene().getRoot() instanceof javafx.scene.control.DialogPane) {
                window.hide();
            }
        }
    }
}
