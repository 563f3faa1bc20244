package org.ivrea.server.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
