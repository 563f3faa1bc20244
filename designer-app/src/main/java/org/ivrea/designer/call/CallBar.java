package org.ivrea.designer.call;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.ivrea.designer.simulation.CallSession;
import org.ivrea.designer.simulation.CallState;

/// Goes on, steps and chooses how fast time passes.
public final class CallBar extends HBox {
    private static final List<Double> SPEEDS = List.of(1.0, 2.0, 10.0);

    private final CallModel model;
    private final Button pause;
    private final Button step;
    private final Button over;
    private final Button out;
    private final Button skip;
    private final ToggleGroup speeds = new ToggleGroup();

    public CallBar(CallModel model) {
        this.model = model;
        setId("call-bar");
        Parts.style(this, "call-bar");
        pause = Parts.iconButton("bar-pause", "pause", PhoneTexts.TEXT.get("bar.pause"), model::togglePause);
        step = tool("bar-step", "corner-right-down", "bar.step", CallSession::step);
        over = tool("bar-over", "arrow-right", "bar.over", CallSession::stepOver);
        out = tool("bar-out", "corner-left-up", "bar.out", CallSession::stepOut);
        skip = Parts.button("bar-skip", PhoneTexts.TEXT.get("bar.skip"), () -> onCall(CallSession::skipToCaller));
        skip.getStyleClass().addAll("small", "flat");
        getChildren().addAll(pause, step, over, out, Parts.spring());
        SPEEDS.forEach(speed -> getChildren().add(speed(speed)));
        getChildren().add(skip);
        model.addListener(this::refresh);
        refresh();
    }

    private Button tool(String id, String icon, String key, Consumer<CallSession> action) {
        return Parts.iconButton(id, icon, PhoneTexts.TEXT.get(key), () -> onCall(action));
    }

    private void onCall(Consumer<CallSession> action) {
        CallSession session = model.session();
        if (session != null) {
            action.accept(session);
        }
    }

    private ToggleButton speed(double speed) {
        var button = new ToggleButton((int) speed + "×");
        button.setId("speed-" + (int) speed);
        button.setAccessibleText(PhoneTexts.TEXT.get("bar.speed", (int) speed));
        button.getStyleClass().addAll("small", "flat", "speed");
        button.setToggleGroup(speeds);
        button.setUserData(speed);
        button.setOnAction(_ -> model.speed(speed));
        return button;
    }

    private void refresh() {
        CallState state = model.state();
        boolean up = state.isUp();
        pause.setGraphic(org.ivrea.designer.theme.Icons.of(state.isHalted() ? "play" : "pause", 14));
        pause.setDisable(!up);
        step.setDisable(!up);
        over.setDisable(!up);
        out.setDisable(!up || state.frames().size() < 2);
        skip.setDisable(!up);
        speeds.getToggles().forEach(toggle -> toggle.setSelected(toggle.getUserData().equals(model.speed())));
    }
}
