package org.ivrea.designer.call;

import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ivrea.designer.simulation.CallSession;
import org.ivrea.designer.simulation.CallState;
import org.ivrea.designer.simulation.CallState.Phase;
import org.ivrea.designer.simulation.Waiting;
import org.ivrea.engine.call.Keys;

/// The phone: set-up, conversation, keypad, and the call's state and timers. Takes keys from keyboard and clipboard
/// while it has the focus.
public final class PhoneDock extends VBox {
    private static final KeyCombination PASTE = KeyCombination.keyCombination("Shortcut+V");
    private static final double WIDTH = 308;
    /// Often enough for a bar that moves, seldom enough to cost nothing.
    private static final long TICK_NANOS = 50_000_000;

    private final CallModel model;
    private final Label title = Parts.label("", "ivrea-title");
    private final Label clock = Parts.label("", "call-clock");
    private final Label subtitle = Parts.label("", "ivrea-muted", "ivrea-small");
    private final Label outdated = Parts.label(PhoneTexts.TEXT.get("phone.outdated"), "call-note");
    private final Label timer = Parts.label("", "call-timer");
    private final Label timerLeft = Parts.label("", "call-timer-left");
    private final Label outcome = Parts.label("", "call-outcome");
    private final ObstaclePane obstacle;
    private final SetupForm setup;
    private final ScrollPane setupScroll;
    private final ConversationView conversation = new ConversationView();
    private final QuestionPane question;
    private final KeepPane keep;
    private final Button pause;
    private final Button callOrHangUp;
    private final Button again;
    private final AnimationTimer ticking = new AnimationTimer() {
        private long last;

        @Override
        public void handle(long nanos) {
            if (nanos - last >= TICK_NANOS) {
                last = nanos;
                tick();
            }
        }
    };

    /// @param ui runs what belongs on the thread of the user interface
    public PhoneDock(CallModel model, CallNavigator navigator, Executor ui) {
        this.model = model;
        setId("phone-dock");
        Parts.style(this, "phone-dock");
        setPrefWidth(WIDTH);
        setMinWidth(240);
        setFocusTraversable(true);
        setup = new SetupForm(model.workspace());
        setupScroll = new ScrollPane(setup);
        setupScroll.setFitToWidth(true);
        obstacle = new ObstaclePane(navigator);
        question = new QuestionPane(answer -> {
            CallSession session = model.session();
            if (session != null) {
                session.answer(answer);
                requestFocus();
            }
        });
        keep = new KeepPane(model, ui);
        pause = Parts.button("call-pause", "", () -> {
            model.togglePause();
            requestFocus();
        });
        callOrHangUp = Parts.button("call-button", "", this::callOrHangUp);
        again = Parts.button("call-again", PhoneTexts.TEXT.get("phone.set-up"), this::setUpAgain);
        pause.setMaxWidth(Double.MAX_VALUE);
        callOrHangUp.setMaxWidth(Double.MAX_VALUE);
        again.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(header(), outdated, obstacle, body(), question, timers(), outcome,
                new Keypad(this::pressed), controls(), keep);
        outdated.setWrapText(true);
        outdated.setMinHeight(USE_PREF_SIZE);
        outdated.setId("call-outdated");
        outcome.setWrapText(true);
        outcome.setMinHeight(USE_PREF_SIZE);
        outcome.setId("call-outcome");
        addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        setOnMousePressed(_ -> requestFocus());
        model.addListener(this::refresh);
        // Nothing runs in a window that is not shown.
        sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                ticking.stop();
            } else {
                refresh();
            }
        });
        refresh();
    }

    private HBox header() {
        title.setId("call-title");
        clock.setId("call-clock");
        subtitle.setId("call-subtitle");
        subtitle.setWrapText(true);
        subtitle.setMinHeight(USE_PREF_SIZE);
        var line = new HBox(8, new VBox(2, title, subtitle), Parts.spring(), clock);
        line.getStyleClass().add("phone-header");
        HBox.setHgrow(line.getChildren().getFirst(), Priority.ALWAYS);
        clock.setMinWidth(USE_PREF_SIZE);
        return line;
    }

    private StackPane body() {
        var body = new StackPane(conversation, setupScroll);
        body.setMinHeight(80);
        VBox.setVgrow(body, Priority.ALWAYS);
        return body;
    }

    private HBox timers() {
        timer.setId("call-timer");
        timerLeft.setId("call-timer-left");
        timer.setMinWidth(0);
        timerLeft.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(6, timer, timerLeft);
        line.getStyleClass().add("phone-timers");
        return line;
    }

    private HBox controls() {
        var controls = new HBox(8, pause, again, callOrHangUp);
        controls.getStyleClass().add("phone-controls");
        controls.getChildren().forEach(button -> HBox.setHgrow(button, Priority.ALWAYS));
        pause.setPrefWidth(140);
        again.setPrefWidth(140);
        callOrHangUp.setPrefWidth(140);
        return controls;
    }

    /// Calls, or hangs up: what the button does.
    public void callOrHangUp() {
        if (model.state().isUp()) {
            model.hangUp();
        } else {
            setup.read().ifPresent(model::call);
        }
        requestFocus();
    }

    /// Has the next call be one to this flow.
    public void chooseFlow(String flow) {
        setup.choose(flow);
    }

    private void setUpAgain() {
        Parts.show(setupScroll, true);
        Parts.show(conversation, false);
        Parts.show(again, false);
    }

    private void pressed(char key) {
        model.press(key);
        requestFocus();
    }

    /// Digits written into one of the fields are no keys of the phone.
    private void typed(KeyEvent event) {
        String text = event.getCharacter();
        if (model.state().isUp() && text.length() == 1 && Keys.isKey(text.charAt(0)) && !event.isShortcutDown()
                && takesKeys(event)) {
            model.press(text.charAt(0));
            event.consume();
        }
    }

    private static boolean takesKeys(KeyEvent event) {
        return !(event.getTarget() instanceof TextInputControl);
    }

    private void keyPressed(KeyEvent event) {
        if (!takesKeys(event) || !model.state().isUp()) {
            return;
        }
        if (PASTE.match(event) && Clipboard.getSystemClipboard().hasString()) {
            model.paste(Clipboard.getSystemClipboard().getString());
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            model.hangUp();
            event.consume();
        }
    }

    private void refresh() {
        CallState state = model.state();
        CallSession session = model.session();
        boolean up = state.isUp();
        title.setText(PhoneTexts.title(state));
        subtitle.setText(session == null || !up && setupScroll.isVisible() ? "" : PhoneTexts.subtitle(session.setup()));
        Parts.show(subtitle, !subtitle.getText().isEmpty());
        Parts.show(outdated, model.isOutdated());
        obstacle.show(model.obstacle());
        boolean showsCall = session != null && (up || conversation.isVisible() || !setupScroll.isVisible());
        Parts.show(conversation, showsCall);
        Parts.show(setupScroll, !showsCall);
        if (!showsCall) {
            setup.refresh();
        }
        conversation.show(model.conversation());
        question.show(state.question());
        outcome.setText(state.outcome() == null
                ? ""
                : PhoneTexts.outcome(state.outcome(),
                        model.conversation().trouble()));
        Parts.show(outcome, state.outcome() != null && showsCall);
        Parts.show(keep, showsCall);
        buttons(state, showsCall);
        pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("up"), up);
        if (state.phase() == Phase.RUNNING && getScene() != null) {
            ticking.start();
        } else {
            ticking.stop();
        }
        tick();
    }

    private void buttons(CallState state, boolean showsCall) {
        boolean up = state.isUp();
        pause.setText(PhoneTexts.TEXT.get(state.isHalted() ? "phone.resume" : "phone.pause"));
        Parts.show(pause, up);
        Parts.show(again, !up && showsCall);
        callOrHangUp.setText(PhoneTexts.TEXT.get(up ? "phone.hang-up" : showsCall ? "phone.call-again" : "phone.call"));
        callOrHangUp.getStyleClass().removeAll("danger", "success");
        callOrHangUp.getStyleClass().add(up ? "danger" : "success");
    }

    /// Shows how time passes.
    private void tick() {
        CallSession session = model.session();
        CallState state = model.state();
        long now = session == null ? 0 : session.elapsedMs();
        clock.setText(session == null ? "" : PhoneTexts.clock(now));
        conversation.tick(now);
        Waiting waiting = state.waiting();
        boolean counts = waiting != null && waiting.kind() != Waiting.Kind.PROMPT
                && waiting.kind() != Waiting.Kind.OTHER;
        timer.setText(counts && waiting != null ? PhoneTexts.waiting(waiting) : "");
        timerLeft.setText(counts && waiting != null && waiting.isLimited()
                ? PhoneTexts.left(waiting.untilMs() - now)
                : "");
    }
}
