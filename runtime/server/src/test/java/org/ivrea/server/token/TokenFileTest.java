package org.ivrea.server.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalLookupService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class TokenFileTest {
    @TempDir private Path folder;

    @Test
    void holdsHashesOnlyAndIsForItsOwnerOnly() throws IOException {
        Path path = folder.resolve("tokens");
        Token token = Token.random();
        new TokenFile(path).add(new TokenHolder(Role.DEPLOYER, "ci", token.hash()));

        assertThat(Files.readString(path)).isEqualTo("deployer ci " + token.hash() + "\n").doesNotContain(token.text());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-------");
        assertThat(token.toString()).doesNotContain(token.text());
        assertThat(new Tokens(path).find(token)).isEqualTo(new TokenHolder(Role.DEPLOYER, "ci", token.hash()));
        assertThat(new Tokens(path).find(Token.random())).isNull();
    }

    /// As root, in a folder of the server's user.
    @Test
    void aNewFileBelongsToWhomTheFolderBelongs() throws IOException {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can give files away");
        UserPrincipalLookupService users = folder.getFileSystem().getUserPrincipalLookupService();
        Path service = Files.createDirectory(folder.resolve("state"));
        Files.setPosixFilePermissions(service, PosixFilePermissions.fromString("rwxr-xr-x"));
        owned(service, users.lookupPrincipalByName("nobody"), users.lookupPrincipalByGroupName("daemon"));
        Path tokens = service.resolve("tokens");
        new TokenFile(tokens).add(new TokenHolder(Role.DEPLOYER, "ci", Token.random().hash()));
        assertThat(described(tokens)).isEqualTo("nobody daemon rw-------");
        new TokenFile(tokens).add(new TokenHolder(Role.DEPLOYER, "cd", Token.random().hash()));
        assertThat(described(tokens)).as("later as well").isEqualTo("nobody daemon rw-------");

        Path shared = Files.createDirectory(folder.resolve("etc"));
        owned(shared, users.lookupPrincipalByName("root"), users.lookupPrincipalByGroupName("daemon"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-x---"));
        new TokenFile(shared.resolve("tokens")).add(new TokenHolder(Role.DEPLOYER, "ci", Token.random().hash()));
        assertThat(described(shared.resolve("tokens"))).isEqualTo("root daemon rw-r-----");
    }

    private static void owned(Path path, UserPrincipal owner, GroupPrincipal group) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        view.setOwner(owner);
        view.setGroup(group);
    }

    private static String described(Path path) throws IOException {
        PosixFileAttributes found = Files.readAttributes(path, PosixFileAttributes.class);
        return found.owner().getName() + " " + found.group().getName() + " "
                + PosixFilePermissions.toString(found.permissions());
    }

    @Test
    void remarksStayAndNamesAreTakenOnce() throws IOException {
        Path path = Files.writeString(folder.resolve("tokens"), "# ours\n\n");
        var file = new TokenFile(path);
        file.add(new TokenHolder(Role.VIEWER, "ci", Token.random().hash()));

        assertThatThrownBy(() -> file.add(new TokenHolder(Role.ADMIN, "ci", Token.random().hash())))
                .hasMessageContaining("revoke it first");
        assertThat(file.revoke("cd")).isFalse();
        assertThat(file.revoke("ci")).isTrue();
        assertThat(Files.readAllLines(path)).containsExactly("# ours", "");
    }

    @Test
    void aLineThatIsNoneLetsNobodyIn() throws IOException {
        Path path = Files.writeString(folder.resolve("tokens"), "boss me 12\n");

        assertThatThrownBy(() -> new Tokens(path).find(Token.random())).isInstanceOf(IOException.class)
                .hasMessageContaining("tokens:1: a line is ROLE NAME HASH");
    }

    @Test
    void aRoleMayWhatThoseBeforeItMay() {
        assertThat(Role.ADMIN.covers(Role.VIEWER)).isTrue();
        assertThat(Role.DEPLOYER.covers(Role.DEPLOYER)).isTrue();
        assertThat(Role.VIEWER.covers(Role.DEPLOYER)).isFalse();
    }
}
