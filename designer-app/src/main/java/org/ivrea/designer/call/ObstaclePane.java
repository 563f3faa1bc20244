package org.ivrea.designer.call;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.ivrea.designer.simulation.CallStart;
import org.jspecify.annotations.Nullable;

/// Says why a flow cannot answer, and leads to what is wrong.
final class ObstaclePane extends VBox {
    private final Label message = Parts.label("", "obstacle-text");
    private final Button show;
    private CallStart.@Nullable Impossible obstacle;

    ObstaclePane(CallNavigator navigator) {
        setId("call-obstacle");
        getStyleClass().add("obstacle");
        message.setWrapText(true);
        message.setMinHeight(USE_PREF_SIZE);
        message.setId("call-obstacle-text");
        show = Parts.button("call-obstacle-show", PhoneTexts.TEXT.get("phone.show-problem"), () -> {
            CallStart.Impossible current = obstacle;
            if (current != null && current.problem() != null) {
                navigator.showProblem(current.problem());
            }
        });
        show.getStyleClass().add("small");
        getChildren().addAll(message, show);
    }

    void show(CallStart.@Nullable Impossible current) {
        obstacle = current;
        Parts.show(this, current != null);
        if (current != null) {
            message.setText(current.message());
            Parts.show(show, current.problem() != null);
        }
    }
}
