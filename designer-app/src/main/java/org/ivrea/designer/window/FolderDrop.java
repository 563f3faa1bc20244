package org.ivrea.designer.window;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import org.ivrea.flow.project.ProjectFolder;

/// Opens the project whose folder, or settings, is dragged onto the window.
final class FolderDrop {
    private final StackPane root;
    private final Projects projects;

    FolderDrop(StackPane root, Projects projects) {
        this.root = root;
        this.projects = projects;
    }

    void install() {
        root.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (project(event.getDragboard()).isPresent()) {
                event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
                event.consume();
            }
        });
        root.addEventHandler(DragEvent.DRAG_DROPPED, event -> project(event.getDragboard()).ifPresent(folder -> {
            event.setDropCompleted(true);
            event.consume();
            projects.open(folder);
        }));
    }

    /// The project among dragged files.
    static Optional<Path> project(Dragboard board) {
        List<File> files = board.hasFiles() ? board.getFiles() : List.of();
        return files.stream().map(File::toPath)
                .map(path -> path.endsWith(ProjectFolder.SETTINGS) ? path.toAbsolutePath().getParent() : path)
                .filter(path -> Files.exists(path.resolve(ProjectFolder.SETTINGS))).findFirst();
    }
}
