package org.ivrea.designer.window;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The place of a panel that is made when it is first needed, so that nobody waits for what is not looked at yet.
final class LatePanel<P extends Region> extends StackPane {
    private final Supplier<P> maker;
    private @Nullable P panel;

    LatePanel(Supplier<P> maker) {
        this.maker = maker;
        getStyleClass().add("late-panel");
    }

    /// The panel; made now if it is not there.
    P get() {
        P there = panel;
        if (there == null) {
            there = maker.get();
            panel = there;
            getChildren().add(there);
        }
        return there;
    }

    /// The panel, if it has been made.
    Optional<P> made() {
        return Optional.ofNullable(panel);
    }
}
