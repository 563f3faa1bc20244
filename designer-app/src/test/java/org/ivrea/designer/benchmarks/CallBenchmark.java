package org.ivrea.designer.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.ivrea.designer.audio.SilentPlayer;
import org.ivrea.designer.audio.SilentSynthesizer;
import org.ivrea.designer.call.CallDesk;
import org.ivrea.designer.call.CallNavigator;
import org.ivrea.designer.call.PhoneDock;
import org.ivrea.designer.call.TestsView;
import org.ivrea.designer.call.TraceView;
import org.ivrea.designer.call.VariablesView;
import org.ivrea.designer.canvas.CanvasOverlay;
import org.ivrea.designer.canvas.FlowCanvas;
import org.ivrea.designer.simulation.CallOverlay;
import org.ivrea.designer.simulation.CallSetup;
import org.ivrea.designer.theme.Theme;
import org.ivrea.designer.workspace.Workspace;
import org.ivrea.designer.workspace.WorkspaceFailure;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// How fast a call answers to keys, and how long the user interface's thread pauses while calls and scripts run.
public final class CallBenchmark {
    private static final int KEYS = 200;
    private static final int SCRIPTS = 500;
    private static final long WATCH_MS = 10_000;
    private static final String MENUS = """
            {
              "formatVersion": 1,
              "name": "Menus",
              "start": "one",
              "nodes": {
                "one": { "type": "menu", "prompt": [ { "text": "Press 1 for the other menu, as often as you like." } ],
                  "choices": [ { "keys": "1", "exit": "other" } ],
                  "exits": { "invalid": "one", "other": "two", "timeout": "one" } },
                "two": { "type": "menu", "prompt": [ { "text": "Press 1 for the first menu, as often as you like." } ],
                  "choices": [ { "keys": "1", "exit": "other" } ],
                  "exits": { "invalid": "two", "other": "one", "timeout": "two" } }
              },
              "layout": { "one": [ 80, 80 ], "two": [ 480, 80 ] }
            }
            """;
    private static final String ROUNDS = """
            {
              "formatVersion": 1,
              "name": "Rounds",
              "start": "count",
              "variables": { "n": { "type": "int", "initial": 0 } },
              "nodes": {
                "count": { "type": "set", "assignments": [ { "variable": "n", "value": "n + 1" } ],
                  "exits": { "next": "odd" } },
                "odd": { "type": "decision", "cases": [ { "when": "n % 2 == 1", "exit": "yes" } ],
                  "exits": { "otherwise": "say", "yes": "say" } },
                "say": { "type": "play", "prompt": [ { "text": "Now." } ], "exits": { "next": "count" } }
              }
            }
            """;

    private final Path folder;
    private @Nullable Workspace workspace;
    private @Nullable CallDesk desk;
    private @Nullable FlowCanvas canvas;
    private long pressedAt;
    private @Nullable String wanted;
    private final List<Long> laidOut = new ArrayList<>();
    private final List<Long> highlighted = new ArrayList<>();

    private CallBenchmark(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("ivrea-calls");
        try {
            new CallBenchmark(folder).measure();
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
        System.exit(0);
    }

    private void measure() throws Exception {
        prepare();
        onUi(this::open);
        await(() -> workspace().analysis().revision() > 0);
        Thread.sleep(3_000);
        UiPauses idle = UiPauses.begin();
        Thread.sleep(WATCH_MS);
        System.out.println("UI thread, nothing going on:      " + idle.end());
        keys();
        UiPauses during = UiPauses.begin();
        onUi(() -> {
            desk().calls().speed(10);
            call("rounds");
        });
        Thread.sleep(WATCH_MS);
        System.out.println("UI thread, call at 10 times:      " + during.end());
        System.out.println("   nodes of that call:            " + desk().calls().journey().steps().size());
        onUi(() -> desk().calls().hangUp());
        UiPauses scripts = UiPauses.begin();
        long began = System.nanoTime();
        onUi(() -> desk().tests().runAll());
        await(() -> desk().tests().progress() != null && !desk().tests().isRunning());
        System.out.println("UI thread, " + SCRIPTS + " scripts:           " + scripts.end());
        System.out.println("   scripts passed: " + Objects.requireNonNull(desk().tests().progress()).passed() + " in "
                + (System.nanoTime() - began) / 1_000_000 + " ms");
        onUi(() -> desk().close());
    }

    private void prepare() throws IOException {
        Path sample = Path.of("flows-samples", "bank");
        try (Stream<Path> files = Files.walk(sample)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(sample.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        Files.writeString(folder.resolve("flows/menus.flow.json"), MENUS);
        Files.writeString(folder.resolve("flows/rounds.flow.json"), ROUNDS);
        List<Path> scripts;
        try (Stream<Path> files = Files.list(folder.resolve("tests"))) {
            scripts = files.sorted().toList();
        }
        for (int i = scripts.size(); i < SCRIPTS; i++) {
            Files.copy(scripts.get(i % scripts.size()), folder.resolve("tests/more-" + i + ".call"));
        }
    }

    private void open() {
        Theme.DARK.apply();
        try {
            workspace = Workspace.open(folder, NodeRegistry.load(), Platform::runLater);
        } catch (WorkspaceFailure e) {
            throw new IllegalStateException(e);
        }
        var made = new CallDesk(workspace(), new SilentPlayer(), new SilentSynthesizer(), Platform::runLater);
        desk = made;
        var navigator = new CallNavigator() {
            @Override
            public void showNode(String flow, String node) {
                // Nobody looks.
            }

            @Override
            public void showProblem(Problem problem) {
                // Nobody looks.
            }
        };
        var drawn = new FlowCanvas(workspace().editor("menus").orElseThrow(), NodeRegistry::load);
        canvas = drawn;
        var bottom = new TabPane(new Tab("Trace", new TraceView(made.calls(), navigator)),
                new Tab("Variables", new VariablesView(made.calls(), Platform::runLater)),
                new Tab("Tests", new TestsView(made.tests(), navigator)));
        var left = new SplitPane(drawn, bottom);
        left.setOrientation(javafx.geometry.Orientation.VERTICAL);
        var all = new SplitPane(left, new PhoneDock(made.calls(), navigator, Platform::runLater));
        all.setDividerPositions(0.68);
        var stage = new Stage();
        stage.setScene(new Scene(all, 1000, 800));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        made.addOverlayListener(this::show);
    }

    /// As a window does.
    private void show() {
        CallOverlay.OfFlow overlay = desk().overlay().of("menus");
        FlowCanvas drawn = Objects.requireNonNull(canvas);
        drawn.setOverlay(new CanvasOverlay(overlay.currentNode(), overlay.taken(), overlay.lastTaken(),
                overlay.breakpoints(), overlay.exitBreakpoints(), overlay.coverage(), overlay.showCoverage()));
        if (wanted != null && wanted.equals(overlay.currentNode())) {
            wanted = null;
            long from = pressedAt;
            Scene scene = drawn.getScene();
            var once = new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    laidOut.add(System.nanoTime() - from);
                }
            };
            scene.addPostLayoutPulseListener(once);
            Platform.requestNextPulse();
            new AnimationTimer() {
                private int frame;

                @Override
                public void handle(long ignored) {
                    // The frame with the light is on the screen when the one after it begins, at the latest.
                    if (++frame == 2) {
                        stop();
                        highlighted.add(System.nanoTime() - from);
                    }
                }
            }.start();
        }
    }

    private void keys() throws Exception {
        onUi(() -> call("menus"));
        for (int i = 0; i < KEYS; i++) {
            await(() -> desk().calls().state().playing() != null && wanted == null);
            int before = highlighted.size();
            onUi(() -> {
                wanted = "one".equals(Objects.requireNonNull(desk().place()).node()) ? "two" : "one";
                pressedAt = System.nanoTime();
                desk().calls().press('1');
            });
            await(() -> highlighted.size() > before);
        }
        System.out.println("Key to next node laid out, lit:   " + UiPauses.summary(laidOut));
        System.out.println("Key to that on the screen:        " + UiPauses.summary(highlighted));
        onUi(() -> desk().calls().hangUp());
    }

    private void call(String flow) {
        desk().calls().call(CallSetup.of(flow, ZonedDateTime.of(2026, 3, 2, 10, 0, 0, 0, ZoneId.of("UTC"))));
    }

    private Workspace workspace() {
        return Objects.requireNonNull(workspace);
    }

    private CallDesk desk() {
        return Objects.requireNonNull(desk);
    }

    private static void onUi(Runnable work) throws InterruptedException {
        var done = new CountDownLatch(1);
        Runnable task = () -> {
            try {
                work.run();
            } finally {
                done.countDown();
            }
        };
        try {
            Platform.runLater(task);
        } catch (IllegalStateException _) {
            Platform.startup(task);
        }
        done.await();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var holds = new boolean[1];
        while (true) {
            onUi(() -> holds[0] = condition.getAsBoolean());
            if (holds[0]) {
                return;
            }
            Thread.sleep(5);
        }
    }
}
