package org.ivrea.designer.servers;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// A path that is typed or chosen.
final class PathField extends HBox {
    private final TextField field = new TextField();
    private final Button browse;
    private Runnable browsing = () -> {};

    PathField(String id, String browseText) {
        super(6);
        field.setId(id);
        browse = Parts.button(id + "-browse", browseText, null, () -> browsing.run());
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().addAll(field, browse);
    }

    /// @param action opens the chooser
    void onBrowse(Runnable action) {
        browsing = action;
    }

    StringProperty textProperty() {
        return field.textProperty();
    }

    /// What was chosen; nothing happens when nothing was.
    void show(@Nullable File chosen) {
        if (chosen != null) {
            field.setText(chosen.toString());
        }
    }

    /// What is known already.
    void show(@Nullable Path known) {
        field.setText(known == null ? "" : known.toString());
    }

    boolean isEmpty() {
        return field.getText().isBlank();
    }

    /// What is typed; `null` for nothing.
    ///
    /// @throws InvalidPathException when it is no path
    @Nullable
    Path file() {
        String text = field.getText().strip();
        return text.isEmpty() ? null : Path.of(text).toAbsolutePath();
    }
}
