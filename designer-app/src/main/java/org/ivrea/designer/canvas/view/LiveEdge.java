package org.ivrea.designer.canvas.view;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.scene.Group;
import javafx.scene.shape.Path;
import javafx.scene.transform.Affine;
import javafx.util.Duration;
import org.ivrea.designer.canvas.route.Route;
import org.jspecify.annotations.Nullable;

/// The exit that a call took last: dashes that run along its edge for a moment.
final class LiveEdge extends Group {
    private static final double DASH = 7;
    private static final int ROUNDS = 8;

    private final Affine transform = new Affine();
    private final Path path = new Path();
    private final Timeline flow = new Timeline(
            new KeyFrame(Duration.ZERO, new KeyValue(path.strokeDashOffsetProperty(), 2 * DASH, Interpolator.LINEAR)),
            new KeyFrame(Duration.millis(350),
                    new KeyValue(path.strokeDashOffsetProperty(), 0, Interpolator.LINEAR)));
    private @Nullable Route shown;

    LiveEdge() {
        setManaged(false);
        setAutoSizeChildren(false);
        setMouseTransparent(true);
        getTransforms().add(transform);
        path.getStyleClass().add("live-edge");
        path.getStrokeDashArray().setAll(DASH, DASH);
        path.setVisible(false);
        getChildren().add(path);
        flow.setCycleCount(ROUNDS);
        flow.setOnFinished(_ -> path.setVisible(false));
    }

    void move(Viewport viewport) {
        transform.setToTransform(viewport.scale(), 0, viewport.translateX(), 0, viewport.scale(),
                viewport.translateY());
    }

    /// @param anew true when the exit was taken just now
    void show(@Nullable Route route, boolean anew) {
        if (route == null) {
            flow.stop();
            path.setVisible(false);
        } else if (anew || route != shown) {
            path.getElements().setAll(RoutePath.of(route));
        }
        shown = route;
        if (anew && route != null) {
            path.setVisible(true);
            flow.playFromStart();
        } else if (flow.getStatus() != Animation.Status.RUNNING) {
            path.setVisible(false);
        }
    }
}
