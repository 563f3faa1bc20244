package org.ivrea.designer.servers;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.ivrea.deploy.remote.Fingerprint;
import org.ivrea.deploy.remote.RemoteFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What is kept beside the settings: servers, tokens, keys.
class KeptTest {
    @TempDir private Path folder;

    @Test
    void serversAreFoundAgain() throws IOException {
        List<ServerEntry> entries = List.of(
                ServerEntry.at("Milan", URI.create("https://ivr1:8723"), new Fingerprint("ab".repeat(32))),
                ServerEntry.in("Spare", Path.of("/mnt/spare")));

        new ServerBook(folder).write(entries);

        assertThat(new ServerBook(folder).read()).isEqualTo(entries);
        assertThat(new ServerBook(folder.resolve("other")).read()).isEmpty();
    }

    @Test
    void tokensAreReadableByTheirOwnerAlone() throws Exception {
        var vault = new FileVault(folder);
        vault.put("one", "Milan", "t0ken");
        vault.put("two", "Turin", "other");
        vault.remove("two");

        Path file = folder.resolve("tokens");
        assertThat(vault.token("one")).isEqualTo("t0ken");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThatThrownBy(() -> vault.token("two")).isInstanceOf(RemoteFailure.class)
                .hasMessageContaining("edit it and type one");
    }

    @Test
    void aFileThatOthersCanReadIsNotUsed() throws Exception {
        var vault = new FileVault(folder);
        vault.put("one", "Milan", "t0ken");
        Files.setPosixFilePermissions(folder.resolve("tokens"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> vault.token("one")).hasMessageContaining("chmod 600")
                .hasMessageNotContaining("t0ken");
        assertThatThrownBy(() -> vault.put("two", "Turin", "x")).isInstanceOf(IOException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void keysOpenToTheirPassphraseAndNeverShareAFile() throws Exception {
        var rack = new KeyRack(folder);
        KeyRack.Key one = rack.create("Anna", "correct horse".toCharArray());
        KeyRack.Key other = rack.create("Anna", "battery staple".toCharArray());

        assertThat(rack.keys()).containsExactlyInAnyOrder(one, other);
        assertThat(rack.unlock(one, "correct horse".toCharArray()).signer()).isEqualTo(one.signer());
        assertThatThrownBy(() -> rack.unlock(one, "battery staple".toCharArray()))
                .hasMessageContaining("passphrase does not fit");
    }

    @Test
    void longAndMixedPassphrasesAreStronger() {
        assertThat(PassphraseStrength.of("")).isEqualTo(PassphraseStrength.NONE);
        assertThat(PassphraseStrength.of("password")).isEqualTo(PassphraseStrength.WEAK);
        assertThat(PassphraseStrength.of("aaaaaaaaaaaaaaaaaaaa")).isEqualTo(PassphraseStrength.WEAK);
        assertThat(PassphraseStrength.of("seven tall giraffes walk")).isEqualTo(PassphraseStrength.STRONG);
    }
}
