package org.ivrea.flow.project;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// Why the disk refused, in words: Java's own messages are often no more than the path.
final class IoReason {
    private IoReason() {}

    static String of(IOException failure) {
        if (failure instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason();
        }
        return switch (failure) {
            case NoSuchFileException _ -> "it does not exist";
            case AccessDeniedException _ -> "access denied";
            case NotDirectoryException _ -> "it is not a folder";
            case FileSystemLoopException _ -> "its symbolic links go in a circle";
            case AtomicMoveNotSupportedException _ -> "this disk cannot replace a file in one step";
            default -> failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        };
    }
}
