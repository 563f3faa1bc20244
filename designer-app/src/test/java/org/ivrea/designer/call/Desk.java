package org.ivrea.designer.call;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.ivrea.designer.audio.SilentPlayer;
import org.ivrea.designer.audio.SilentSynthesizer;
import org.ivrea.designer.simulation.CallState.Phase;
import org.ivrea.designer.simulation.Journey;
import org.ivrea.designer.theme.Theme;
import org.ivrea.designer.workspace.Workspace;
import org.ivrea.designer.workspace.WorkspaceFailure;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.problem.Problem;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;

/// A phone on a desk, with one of the other views beside it.
final class Desk implements AutoCloseable, CallNavigator {
    private static final Path SAMPLES = Path.of("..", "flows-samples");
    private static final long PATIENCE_S = 60;

    final Workspace workspace;
    final CallDesk desk;
    final PhoneDock phone;
    final List<Problem> shownProblems = new ArrayList<>();
    final List<String> shownNodes = new ArrayList<>();
    private final Stage stage;
    private final BorderPane beside = new BorderPane();

    private Desk(Stage stage, Path project) throws WorkspaceFailure {
        this.stage = stage;
        Theme.LIGHT.apply();
        workspace = Workspace.open(project, NodeRegistry.load(), Platform::runLater);
        desk = new CallDesk(workspace, new SilentPlayer(), new SilentSynthesizer(), Platform::runLater);
        phone = new PhoneDock(desk.calls(), this, Platform::runLater);
        beside.setCenter(new TraceView(desk.calls(), this));
        var split = new SplitPane(beside, phone);
        split.setDividerPositions(0.64);
        stage.setScene(new Scene(split, 940, 780));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    /// Of a copy of the sample.
    static Desk of(Stage stage, Path folder, String sample) throws IOException, WorkspaceFailure {
        Path from = SAMPLES.resolve(sample);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path to = folder.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        return new Desk(stage, folder);
    }

    void put(Parent view) {
        Platform.runLater(() -> beside.setCenter(view));
        WaitForAsyncUtils.waitForFxEvents();
    }

    void await(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_S, TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain; the call is " + desk.calls().state(), e);
        }
    }

    void awaitTurnAt(String node) {
        await(() -> desk.calls().state().phase() == Phase.HELD && node.equals(node()));
    }

    void awaitEnd() {
        await(() -> desk.calls().state().phase() == Phase.ENDED);
    }

    String node() {
        Journey.Place place = desk.place();
        return place == null ? "" : place.node();
    }

    List<String> nodes() {
        return desk.calls().journey().steps().stream().map(step -> step.place().node()).toList();
    }

    <N extends Node> N look(FxRobot robot, String id, Class<N> type) {
        return robot.lookup("#" + id).queryAs(type);
    }

    List<TraceLine> trace(FxRobot robot) {
        ListView<?> list = look(robot, "trace-list", ListView.class);
        return list.getItems().stream().map(TraceLine.class::cast).toList();
    }

    /// Calls, once the flows are compiled.
    void call(FxRobot robot) {
        robot.clickOn("#call-button");
        await(() -> desk.calls().state().phase() != Phase.IDLE || desk.calls().obstacle() != null);
        assertThat(desk.calls().obstacle()).isNull();
    }

    void skipTo(FxRobot robot, String node) {
        robot.clickOn("#bar-skip");
        awaitTurnAt(node);
    }

    @Override
    public void showNode(String flow, String node) {
        shownNodes.add(flow + "/" + node);
    }

    @Override
    public void showProblem(Problem problem) {
        shownProblems.add(problem);
    }

    @Override
    public void close() {
        Platform.runLater(() -> {
            desk.close();
            workspace.close();
            stage.close();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }
}
