package org.ivrea.designer.window;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import org.ivrea.flow.project.ProjectFolder;

/// Opens the project whose folder, settings or flow, or the package, that is dragged onto the window.
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
        root.addEventHandler(DragEvent.DRAG_DROPPED, event -> project(event.getDragboard()).ifPresent(path -> {
            event.setDropCompleted(true);
            event.consume();
            projects.openAny(path);
        }));
    }

    /// What can be opened among dragged files.
    static Optional<Path> project(Dragboard board) {
        List<File> files = board.hasFiles() ? board.getFiles() : List.of();
        return files.stream().map(File::toPath).filter(FolderDrop::canBeOpened).findFirst();
    }

    /// Other files of a project, such as recordings, are dragged for other reasons.
    private static boolean canBeOpened(Path path) {
        return Openable.of(path).map(it -> switch (it) {
            case Openable.PackageAt _ -> true;
            case Openable.ProjectAt(Path folder, var flow) -> flow != null || path.endsWith(ProjectFolder.SETTINGS)
                    || path.toAbsolutePath().normalize().equals(folder);
        }).orElse(false);
    }
}
