package org.ivrea.designer.call;

import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import org.ivrea.designer.simulation.Conversation;
import org.ivrea.designer.simulation.Conversation.Bubble;
import org.jspecify.annotations.Nullable;

/// A call as a conversation, the newest below.
final class ConversationView extends StackPane {
    private final ListView<Bubble> list = new ListView<>();
    private final LongProperty tick = new SimpleLongProperty();
    private @Nullable Bubble playing;

    ConversationView() {
        list.setId("conversation");
        list.getStyleClass().add("conversation");
        list.setCellFactory(_ -> new BubbleCell(this));
        list.setFocusTraversable(false);
        list.setAccessibleText(PhoneTexts.TEXT.get("conversation.name"));
        // Less room must not hide what was said last.
        list.heightProperty().subscribe(() -> Platform.runLater(() -> list.scrollTo(list.getItems().size() - 1)));
        getChildren().add(list);
    }

    /// Shows what has changed since the last time.
    void show(Conversation conversation) {
        List<Bubble> wanted = conversation.bubbles();
        List<Bubble> shown = list.getItems();
        if (!Objects.equals(playing, conversation.playing())) {
            playing = conversation.playing();
            // At whatever moment: the bar of what has ended goes.
            tick.set(-1);
        }
        int same = 0;
        while (same < Math.min(shown.size(), wanted.size()) && shown.get(same).equals(wanted.get(same))) {
            same++;
        }
        if (same == shown.size() && same == wanted.size()) {
            return;
        }
        if (same < shown.size()) {
            list.getItems().remove(same, shown.size());
        }
        list.getItems().addAll(wanted.subList(same, wanted.size()));
        int last = wanted.size() - 1;
        list.scrollTo(last);
        // How high the new ones are is known only when they have been laid out.
        Platform.runLater(() -> list.scrollTo(last));
    }

    /// Time has passed.
    void tick(long nowMs) {
        tick.set(nowMs);
    }

    ReadOnlyLongProperty tickProperty() {
        return tick;
    }

    long nowMs() {
        return tick.get();
    }

    Bubble bubble(int index) {
        return list.getItems().get(index);
    }

    @Nullable
    Bubble playing() {
        return playing;
    }
}
