package org.ivrea.designer.window;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.ivrea.designer.settings.WindowPlace;

/// Keeps the window where it can be seen.
final class Screens {
    private static final double GRIP = 80;

    /// True when enough of the window would be on a screen to move it by.
    boolean shows(WindowPlace place) {
        return !Screen.getScreensForRectangle(place.x() + GRIP, place.y(), GRIP, GRIP / 2).isEmpty();
    }

    /// Makes the window as large as wanted, but not larger than the screen.
    void fit(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double width = Math.min(stage.getScene().getWidth(), screen.getWidth());
        double height = Math.min(stage.getScene().getHeight(), screen.getHeight());
        stage.setWidth(width);
        stage.setHeight(height);
        stage.setX(screen.getMinX() + (screen.getWidth() - width) / 2);
        stage.setY(screen.getMinY() + (screen.getHeight() - height) / 2);
    }
}
