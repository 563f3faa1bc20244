package org.ivrea.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.ivrea.server.cli.console.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PackageCommandsTest {
    private static final Map<String, String> PASSPHRASE = Map.of("IVREA_PASSPHRASE", "correct horse");

    @TempDir private Path folder;
    private Path key = Path.of("");
    private Path trusted = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void makeKey() throws IOException {
        key = folder.resolve("our.key");
        trusted = folder.resolve("trusted");
        file = folder.resolve("desk.ivrea");
        assertThat(with("keys", "new", key, "--comment", "Tests").code()).isEqualTo(ExitCode.OK);
        Files.writeString(trusted, Run.of("keys", "show", key).out());
    }

    private static Run with(Object... arguments) {
        return Run.in(PASSPHRASE, false, "", arguments);
    }

    @Test
    void whatIsPackedCanBeVerifiedAndIsTheSameEachTime() throws IOException {
        Path project = Projects.good(folder);
        Run pack = with("pack", project, "--release", "1.0.0", "--key", key, "-o", file);
        assertThat(pack.code()).as(pack.err()).isEqualTo(ExitCode.OK);
        assertThat(pack.out()).contains(file.toString()).contains("(Tests)");
        byte[] first = Files.readAllBytes(file);

        Run verify = Run.of("verify", file, "--trusted", trusted);
        assertThat(verify.code()).as(verify.err()).isEqualTo(ExitCode.OK);
        assertThat(verify.out()).startsWith("Verified: desk 1.0.0, ").contains("SHA-256: ");
        assertThat(Run.of("verify", file, "--trusted", key, "--json").out()).contains("\"verified\": true");

        with("pack", project, "--release", "1.0.0", "--key", key, "-o", file);
        assertThat(file).hasBinaryContent(first);
    }

    @Test
    void aChangedPackageIsRefusedWithItsReason() throws IOException {
        with("pack", Projects.good(folder), "--release", "1", "--key", key, "-o", file);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        Run verify = Run.of("verify", file, "--trusted", trusted);
        assertThat(verify.code()).isEqualTo(ExitCode.FOUND);
        assertThat(verify.err()).startsWith("Refused: ").contains("[content]");
        assertThat(Run.of("verify", file, "--trusted", trusted, "--json").out()).contains("\"reason\": \"content\"");
    }

    @Test
    void thePackageNamesTheModulesThatItsFlowsNeed() throws IOException {
        Path project = Projects.changed(folder, Projects.FLOW, "\"type\": \"hangup\"",
                "\"type\": \"conference\", \"room\": \"all-hands\"");

        Run pack = with("pack", project, "--release", "1", "--key", key, "-o", file);
        assertThat(pack.code()).as(pack.err()).isEqualTo(ExitCode.OK);
        assertThat(Run.of("verify", file, "--trusted", trusted, "--json").out()).contains("\"mod_conference\"");
    }

    @Test
    void aStrangersPackageIsRefused() throws IOException {
        with("pack", Projects.good(folder), "--release", "1", "--key", key, "-o", file);
        Files.writeString(trusted, "# nobody yet\n");

        Run verify = Run.of("verify", file, "--trusted", trusted);
        assertThat(verify.code()).isEqualTo(ExitCode.FOUND);
        assertThat(verify.err()).contains("not trusted here").contains("[signer]");
    }

    @Test
    void aProjectWithErrorsIsNotPacked() {
        Path project = Projects.changed(folder, Projects.FLOW, "\"keys\": \"1\"", "\"keys\": \"12x\"");

        Run pack = with("pack", project, "--release", "1", "--key", key, "-o", file);
        assertThat(pack.code()).isEqualTo(ExitCode.FOUND);
        assertThat(pack.err()).contains("telephone keys only").contains("Not packed");
        assertThat(file).doesNotExist();
    }

    @Test
    void keysAreTheirOwnersAloneAndNeverOverwritten() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).isEqualTo("rw-------");
        Run again = with("keys", "new", key);
        assertThat(again.code()).isEqualTo(ExitCode.UNABLE);
        assertThat(again.err()).contains("never overwritten").hasLineCount(1);
    }

    @Test
    void aPassphraseThatIsMissingOrWrongIsOneMessage() throws IOException {
        Path project = Projects.good(folder);
        Run missing = Run.of("pack", project, "--release", "1", "--key", key, "-o", file);
        assertThat(missing.code()).isEqualTo(ExitCode.UNABLE);
        assertThat(missing.err()).contains("--passphrase-file").hasLineCount(1);

        Path wrong = Files.writeString(folder.resolve("wrong"), "battery staple\n");
        Run run = Run.of("pack", project, "--release", "1", "--key", key, "-o", file, "--passphrase-file", wrong);
        assertThat(run.code()).isEqualTo(ExitCode.UNABLE);
        assertThat(run.err()).contains("does not fit").hasLineCount(1);
    }

    @Test
    void aVersionThatCannotBeAFileNameIsRefused() {
        Run run = with("pack", Projects.good(folder), "--release", "a/b", "--key", key, "-o", file);
        assertThat(run.code()).isEqualTo(ExitCode.UNABLE);
        assertThat(run.err()).contains("\"a/b\"").hasLineCount(1);
    }
}
