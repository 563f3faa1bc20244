package org.ivrea.deploy.remote;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.ivrea.deploy.remote.RemoteFailure.Kind;
import org.ivrea.deploy.remote.Target.FolderTarget;
import org.ivrea.flow.pack.PackageWriter;
import org.ivrea.flow.pack.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class FolderClientTest {
    private static final SigningKey KEY = SigningKey.generate("Anna");

    @TempDir private Path scratch;

    @Test
    void packagesAreTakenActivatedRolledBackAndListed() throws Exception {
        try (FolderClient client = client(KEY)) {
            Path one = pack("1.0.0");
            Path two = pack("2.0.0");
            var sent = new AtomicLong();
            client.upload(one, FileHash.of(one), sent::set);
            client.upload(two, FileHash.of(two), sent::set);

            client.activate(List.of(FileHash.of(one)), 0L, false);
            client.activate(List.of(FileHash.of(two)), 1L, false);
            assertThat(client.inventory().active("shop")).extracting(PackageInfo::version).isEqualTo("2.0.0");
            Activation back = client.rollback("shop", null, 2L);

            assertThat(sent).hasValue(Files.size(two));
            assertThat(back.changes()).containsExactly(
                    new Activation.Change("shop", FileHash.of(two), FileHash.of(one)));
            assertThat(client.inventory().active("shop")).extracting(PackageInfo::version).isEqualTo("1.0.0");
            assertThat(client.history("shop")).extracting(HistoryEntry::action, HistoryEntry::by)
                    .startsWith(org.assertj.core.groups.Tuple.tuple("rollback", "anna"));
            assertThat(client.has(FileHash.of(one))).isTrue();
            assertThat(client.has("ab".repeat(32))).isFalse();
            Path copy = scratch.resolve("copy");
            client.download(FileHash.of(one), copy);
            assertThat(copy).hasSameBinaryContentAs(one);
        }
    }

    @Test
    void anotherDeployersActivationIsNoticed() throws Exception {
        try (FolderClient client = client(KEY)) {
            Path file = pack("1.0.0");
            client.upload(file, FileHash.of(file), bytes -> {});

            assertThat(catchThrowableOfType(RemoteFailure.class,
                    () -> client.activate(List.of(FileHash.of(file)), 7L, false)).kind()).isEqualTo(Kind.CONFLICT);
        }
    }

    @Test
    void packagesOfOthersAreRefused() throws Exception {
        try (FolderClient client = client(SigningKey.generate("Bert"))) {
            Path file = pack("1.0.0");

            RemoteFailure failure = catchThrowableOfType(RemoteFailure.class,
                    () -> client.upload(file, FileHash.of(file), bytes -> {}));

            assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
            assertThat(failure.code()).isEqualTo("signer");
            assertThat(client.inventory().projects()).isEmpty();
        }
    }

    @Test
    void aFolderWhoseDiskIsNotThereIsNotMade() {
        var target = new FolderTarget("mounted", scratch.resolve("missing/store"), null);

        assertThatThrownBy(() -> new FolderClient(target, List.of(), "anna").inventory())
                .isInstanceOf(RemoteFailure.class).hasMessageContaining("mounted?");
        assertThat(scratch).isEmptyDirectory();
    }

    /// What it left there, the server's user could not change.
    @Test
    void rootIsRefusedInAFolderOfAnotherUser() throws IOException {
        Path folder = Files.createDirectory(scratch.resolve("state"));
        String owner = ofAnotherUserThanRoot(folder);
        var target = new FolderTarget("here", folder.resolve("store"), null);
        Path link = Files.createSymbolicLink(scratch.resolve("link"), folder);

        assertThatThrownBy(() -> new FolderClient(target, List.of(), "anna", "root").inventory())
                .isInstanceOf(RemoteFailure.class).hasMessageContaining("sudo -u " + owner)
                .hasMessageContaining(folder.resolve("store").toString());
        assertThatThrownBy(() -> new FolderClient(new FolderTarget("here", link, null), List.of(), "anna", "root")
                .inventory()).hasMessageContaining("belongs to the user " + owner);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whoIsNotRootMayUseWhatTheyCanWriteTo() throws Exception {
        Path folder = Files.createDirectory(scratch.resolve("state"));
        ofAnotherUserThanRoot(folder);
        var target = new FolderTarget("here", folder.resolve("store"), null);

        assertThat(new FolderClient(target, List.of(), "anna", "anna").inventory().projects()).isEmpty();
    }

    /// @return the owner: whoever runs the tests, or nobody where root does
    private static String ofAnotherUserThanRoot(Path folder) throws IOException {
        UserPrincipal owner = Files.getOwner(folder);
        if (owner.getName().equals("root")) {
            owner = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
            Files.setOwner(folder, owner);
        }
        return owner.getName();
    }

    private FolderClient client(SigningKey key) {
        return new FolderClient(new FolderTarget("here", scratch.resolve("store"), null), List.of(key.signer()),
                "anna");
    }

    private Path pack(String version) throws IOException {
        Path file = scratch.resolve(version + ".ivrea");
        try (OutputStream out = Files.newOutputStream(file)) {
            PackageWriter.write("shop", version, 1, List.of(), List.of("project.json"),
                    name -> new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)), KEY, out);
        }
        return file;
    }
}
