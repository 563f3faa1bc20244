package org.ivrea.flow.project;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class IoReasonTest {
    @TempDir Path folder;

    @Test
    void saysWhatJavaOnlyNamesByAClass() throws IOException {
        Path missing = folder.resolve("missing");
        Path full = Files.createDirectories(folder.resolve("full"));
        Files.createFile(full.resolve("file"));

        assertThat(IoReason.of(failure(() -> Files.readString(missing)))).isEqualTo("it does not exist");
        assertThat(IoReason.withFile(failure(() -> Files.readString(missing))))
                .isEqualTo(missing + ": it does not exist");
        assertThat(IoReason.of(failure(() -> Files.createDirectory(full)))).isEqualTo("it exists already");
        assertThat(IoReason.of(failure(() -> Files.delete(full)))).isEqualTo("the folder is not empty");
        assertThat(IoReason.of(failure(() -> Files.newDirectoryStream(full.resolve("file")))))
                .isEqualTo("it is not a folder");
    }

    @Test
    void keepsWhatWasSaid() {
        assertThat(IoReason.of(new FileSystemException("/disk", null, "Read-only file system")))
                .isEqualTo("Read-only file system");
        assertThat(IoReason.withFile(new IOException("No space left on device"))).isEqualTo("No space left on device");
        assertThat(IoReason.of(new IOException())).isEqualTo("IOException");
    }

    private interface Attempt {
        void run() throws IOException;
    }

    private static IOException failure(Attempt attempt) {
        return catchThrowableOfType(IOException.class, attempt::run);
    }
}
