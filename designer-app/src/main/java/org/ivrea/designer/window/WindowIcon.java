package org.ivrea.designer.window;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/// The picture by which task bars show the window. `packaging/desktop/ivrea-designer.svg`, drawn in the usual sizes.
final class WindowIcon {
    private static final int[] SIZES = {16, 32, 48, 128};

    private WindowIcon() {}

    static void addTo(Stage stage) {
        for (int size : SIZES) {
            String name = "icon-" + size + ".png";
            try (InputStream in = Objects.requireNonNull(WindowIcon.class.getResourceAsStream(name), name)) {
                stage.getIcons().add(new Image(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
