package org.ivrea.flow.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PackageTest {
    @TempDir private Path folder;
    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("shop.ivrea");
    }

    @Test
    void whatWasPackedIsTakenOverByteForByte() throws Exception {
        Files.write(file, Packages.good());
        Path target = Files.createDirectory(folder.resolve("target"));

        PackageReader.Verified verified = PackageReader.extract(file, Packages.TRUSTED, PackageLimits.DEFAULT, target);

        assertThat(verified.manifest().fileName()).isEqualTo("shop-1.0.0.ivrea");
        assertThat(verified.manifest().modules()).containsExactly("mod_fifo");
        assertThat(verified.signer()).isEqualTo(Packages.KEY.signer());
        for (Map.Entry<String, String> entry : Packages.content().entrySet()) {
            assertThat(target.resolve(entry.getKey())).hasContent(entry.getValue());
        }
    }

    @Test
    void toBeLookedAtItMayBeSignedByAnyoneButMustBeInOrder() throws Exception {
        Files.write(file, Packages.good());
        Path target = Files.createDirectory(folder.resolve("target"));

        PackageManifest manifest = PackageReader.unpack(file, PackageLimits.DEFAULT, target);

        assertThat(manifest.name()).isEqualTo("shop");
        assertThat(target.resolve("project.json")).hasContent(Packages.content().get("project.json"));
        byte[] damaged = Packages.good();
        damaged[damaged.length / 2] ^= 1;
        Files.write(file, damaged);
        assertThatThrownBy(() -> PackageReader.unpack(file, PackageLimits.DEFAULT,
                Files.createDirectory(folder.resolve("other")))).isInstanceOf(PackageRefused.class);
    }

    @Test
    void theSameContentGivesTheSameBytesInWhateverOrder() {
        Map<String, String> turned = new LinkedHashMap<>();
        new LinkedHashMap<>(Packages.content()).reversed().forEach(turned::put);

        assertThat(Packages.good(turned)).isEqualTo(Packages.good());
    }

    @Test
    void otherProgramsCanOpenIt() throws IOException {
        Files.write(file, Packages.good());

        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName())).containsExactly("manifest.json", "signature.json",
                    "project/flows/main.flow.json", "project/project.json", "project/prompts/en/welcome.wav",
                    "project/tests/talk.call");
            assertThat(zip.getInputStream(zip.getEntry("project/tests/talk.call")))
                    .hasContent("hear \"hello\"\n");
        }
    }

    @Test
    void aPackageIsNamedByItsHash() throws Exception {
        byte[] bytes = Packages.good();
        Files.write(file, bytes);

        assertThat(PackageReader.verify(file, Packages.TRUSTED, PackageLimits.DEFAULT).sha256())
                .isEqualTo(PackageEntry.of(0, PackageWriter.sha256().digest(bytes)).sha256());
    }

    @Test
    void filesThatDoNotBelongIntoAPackageAreNotPacked() {
        Map<String, String> files = new LinkedHashMap<>(Packages.content());
        files.put("notes/secret.txt", "1234");

        assertThatThrownBy(() -> Packages.good(files)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("notes/secret.txt").hasMessageContaining("rename or remove it");
    }

    @Test
    void keysSurviveTheirFileAndOpenToTheirPassphraseOnly() {
        String text = Packages.KEY.protect("correct horse".toCharArray());

        SigningKey unlocked = SigningKey.unlock(text, "correct horse".toCharArray());
        assertThat(unlocked.signer()).isEqualTo(Packages.KEY.signer());
        assertThat(unlocked.signer().comment()).isEqualTo("tests");
        assertThat(unlocked.sign("x".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Packages.KEY.sign("x".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> SigningKey.unlock(text, "wrong".toCharArray()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("passphrase");
        assertThatThrownBy(() -> SigningKey.unlock(text.substring(60), "correct horse".toCharArray()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no signing key");
        assertThatThrownBy(() -> Packages.KEY.protect(new char[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHalfOfAnotherKeyIsNoticed() {
        String text = Packages.KEY.protect("p".toCharArray());
        String other = text.substring(0, text.indexOf("ivrea-ed25519")) + SigningKey.generate("other").signer().line();

        assertThatThrownBy(() -> SigningKey.unlock(other, "p".toCharArray()))
                .hasMessageContaining("do not belong together");
    }

    @Test
    void trustedKeysAreLinesAndAWrongOneIsNamed() {
        SignerKey one = SigningKey.generate("Anna").signer();
        SignerKey two = SigningKey.generate("").signer();

        assertThatThrownBy(() -> TrustedSigners.parse("# ours\n\n" + one.line() + "\nivrea-ed25519 AAAA Bert\n"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("Line 4:");
        assertThat(SignerKey.parse(two.line())).isEqualTo(two);
        assertThat(SignerKey.parse(one.line()).toString()).isEqualTo(one.id() + " (Anna)");
    }

    @Test
    void versionsThatCannotBeFileNamesAreRefused() {
        assertThatThrownBy(() -> new PackageManifest("shop", "../1", 1, List.of(), new java.util.TreeMap<>()))
                .hasMessageContaining("../1");
    }
}
