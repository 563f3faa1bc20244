package org.ivrea.designer.inspector.prompt;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import org.ivrea.designer.audio.Playback;
import org.ivrea.designer.audio.Sound;
import org.ivrea.designer.audio.SpeechFailure;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.FormContext;
import org.ivrea.designer.theme.Icons;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// Plays a prompt, and says how long it lasts.
final class ListenLink extends Hyperlink {
    private static final Messages TEXTS = Messages.of(ListenLink.class);
    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("ivrea-prompt").factory());

    private final FormContext form;
    private final Supplier<List<Json>> items;
    private List<Json> measured = List.of();
    private String length = "";
    private @Nullable String trouble;
    private @Nullable Playback playing;
    private long measurement;

    ListenLink(FormContext form, Supplier<List<Json>> items) {
        this.form = form;
        this.items = items;
        getStyleClass().addAll("inspector-link", "inspector-listen");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> {
            setVisited(false);
            toggle();
        });
        label();
    }

    private PromptSounds sounds() {
        var workspace = form.around().workspace();
        return new PromptSounds(workspace.project().prompts(), form.around().voice(),
                workspace.project().settings().defaultLanguage());
    }

    void refresh() {
        List<Json> now = items.get();
        setVisible(!now.isEmpty());
        if (now.equals(measured)) {
            return;
        }
        measured = now;
        trouble = null;
        long number = ++measurement;
        PromptSounds sounds = sounds();
        THREAD.execute(() -> {
            long ms = sounds.ms(now);
            Platform.runLater(() -> {
                if (number == measurement) {
                    length = TEXTS.get("listen.length", String.format(Locale.getDefault(), "%.1f", ms / 1000.0));
                    label();
                }
            });
        });
    }

    private void label() {
        boolean sounding = playing != null;
        setGraphic(Icons.of(sounding ? "square" : "play"));
        setText(trouble != null ? trouble : (sounding ? TEXTS.get("listen.stop") : TEXTS.get("listen")) + length);
        setTooltip(new Tooltip(trouble != null ? trouble : TEXTS.get("listen.help")));
    }

    private void toggle() {
        Playback before = playing;
        if (before != null) {
            before.stop();
            return;
        }
        PromptSounds sounds = sounds();
        List<Json> now = items.get();
        setDisable(true);
        THREAD.execute(() -> {
            try {
                Sound sound = sounds.sound(now);
                Platform.runLater(() -> play(sound));
            } catch (SpeechFailure e) {
                Platform.runLater(() -> trouble(e.getMessage()));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void play(Sound sound) {
        setDisable(false);
        if (!form.around().player().isAudible()) {
            trouble(TEXTS.get("listen.noDevice"));
            return;
        }
        trouble = null;
        playing = form.around().player().play(sound, () -> Platform.runLater(() -> {
            playing = null;
            label();
        }));
        label();
    }

    private void trouble(String message) {
        setDisable(false);
        trouble = message;
        label();
    }
}
