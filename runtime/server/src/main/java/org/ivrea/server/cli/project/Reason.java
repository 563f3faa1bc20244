package org.ivrea.server.cli.project;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// Why the disk refused, in words: Java's own messages are often no more than the path.
public final class Reason {
    private Reason() {}

    public static String of(IOException failure) {
        return switch (failure) {
            case FileSystemException known when known.getReason() != null -> String.valueOf(known.getReason());
            case NoSuchFileException _ -> "it does not exist";
            case AccessDeniedException _ -> "access denied";
            case FileAlreadyExistsException _ -> "it exists already";
            case NotDirectoryException _ -> "it is not a folder";
            case DirectoryNotEmptyException _ -> "the folder is not empty";
            default -> failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        };
    }
}
