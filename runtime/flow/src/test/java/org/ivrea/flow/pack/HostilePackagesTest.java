package org.ivrea.flow.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ivrea.flow.pack.PackageRefused.Reason;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class HostilePackagesTest {
    private static final PackageLimits SMALL = new PackageLimits(100_000, 1_000, 10);

    @TempDir private Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("packages")
    void isRefusedWithItsReasonAndNothingOfItIsUsed(String what, byte[] bytes, Reason reason) throws IOException {
        Path file = Files.write(folder.resolve("hostile.ivrea"), bytes);
        Path target = Files.createDirectory(folder.resolve("target"));

        assertThatThrownBy(() -> PackageReader.extract(file, Packages.TRUSTED, SMALL, target))
                .isInstanceOfSatisfying(PackageRefused.class, refused -> {
                    assertThat(refused.reason()).as(refused.getMessage()).isEqualTo(reason);
                    assertThat(refused.getMessage()).matches("(?s)(The|This|Behind|\").*[^ ]");
                });
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile).filter(path -> !path.startsWith(target)))
                    .containsExactly(file);
        }
    }

    static Stream<Arguments> packages() {
        byte[] good = Packages.good();
        Map<String, String> content = Packages.content();
        String manifest = Packages.manifest(content);
        return Stream.of(
                arguments("an empty file", new byte[0], Reason.NO_PACKAGE),
                arguments("a text", "hello, this is no zip file at all, just text".getBytes(StandardCharsets.UTF_8),
                        Reason.NO_PACKAGE),
                arguments("only the first bytes", Arrays.copyOf(good, 20), Reason.TRUNCATED),
                arguments("cut within the manifest", Arrays.copyOf(good, 100), Reason.TRUNCATED),
                arguments("cut within a file", Arrays.copyOf(good, good.length / 2), Reason.TRUNCATED),
                arguments("cut within the directory", Arrays.copyOf(good, good.length - 100), Reason.TRUNCATED),
                arguments("without its last byte", Arrays.copyOf(good, good.length - 1), Reason.TRUNCATED),
                arguments("one byte more", Arrays.copyOf(good, good.length + 1), Reason.NOT_CANONICAL),
                arguments("a second zip behind it", joined(good, good), Reason.NOT_CANONICAL),
                arguments("a program before it", joined("#!/bin/sh\n".getBytes(StandardCharsets.UTF_8), good),
                        Reason.NO_PACKAGE),
                arguments("an ordinary zip", ordinary(Map.of("readme.txt", "x")), Reason.NOT_CANONICAL),
                arguments("packed again by another program", ordinary(asFiles(manifest, content)),
                        Reason.NOT_CANONICAL),
                arguments("a stored zip without a manifest",
                        Packages.zip(Map.of("readme.txt", new byte[] {1})), Reason.NO_PACKAGE),
                arguments("a compressed file", patched(good, "project/project.json", -22, 8), Reason.NOT_CANONICAL),
                arguments("an encrypted file", patched(good, "project/project.json", -24, 1), Reason.NOT_CANONICAL),
                arguments("a length behind the content", patched(good, "project/project.json", -24, 8),
                        Reason.NOT_CANONICAL),
                arguments("extra fields", patched(good, "project/project.json", -2, 4), Reason.NOT_CANONICAL),
                arguments("a date", patched(good, "project/project.json", -18, 7), Reason.NOT_CANONICAL),
                arguments("two lengths", patched(good, "project/project.json", -8, 7), Reason.NOT_CANONICAL),
                arguments("a wrong checksum", patched(good, "project/project.json", -16, 7), Reason.CONTENT),
                arguments("a changed byte of a flow", changed(good, "RIFF", 0), Reason.CONTENT),
                arguments("a changed byte of the manifest, checksum mended", mended(manifest, content),
                        Reason.SIGNATURE),
                arguments("signed by nobody", Packages.zip(bytes(manifest), new byte[0], content),
                        Reason.SIGNATURE),
                arguments("signed by garbage", Packages.zip(bytes(manifest), bytes("{ \"key\": 1 }\n"), content),
                        Reason.SIGNATURE),
                arguments("signed by a stranger", Packages.zip(bytes(manifest),
                        SignatureCodec.write(bytes(manifest), SigningKey.generate("x")), content), Reason.SIGNER),
                arguments("the signature of another package", Packages.zip(bytes(manifest),
                        SignatureCodec.write(bytes(manifest.replace("1.0.0", "1.0.1")), Packages.KEY), content),
                        Reason.SIGNATURE),
                arguments("a signature without end", Packages.zip(bytes(manifest), new byte[5_000], content),
                        Reason.TOO_LARGE),
                arguments("a manifest that is no JSON", Packages.signed("hello", content), Reason.MANIFEST),
                arguments("a manifest that is a list", Packages.signed("[]\n", content), Reason.MANIFEST),
                arguments("a manifest nested deeply", Packages.signed("[".repeat(50_000), content), Reason.MANIFEST),
                arguments("a manifest without entries",
                        Packages.signed("{ \"packageFormat\": 1, \"name\": \"a\" }\n", content), Reason.MANIFEST),
                arguments("a newer format", Packages.signed(manifest.replace("\"packageFormat\": 1",
                        "\"packageFormat\": 2"), content), Reason.NEWER),
                arguments("a manifest spelt otherwise", Packages.signed(manifest.replace("\": ", "\":  "), content),
                        Reason.NOT_CANONICAL),
                arguments("a name out of the folder", named("../../etc/cron.d/x"), Reason.NAME),
                arguments("an absolute name", named("/etc/passwd"), Reason.NAME),
                arguments("a name with a backslash", named("prompts/en/..\\\\..\\\\x"), Reason.NAME),
                arguments("a drive", named("C:/x"), Reason.NAME),
                arguments("a hidden file", named("prompts/en/.bashrc"), Reason.NAME),
                arguments("a device of Windows", named("prompts/en/aux.wav"), Reason.NAME),
                arguments("a control character", named("prompts/en/a\\u0000.wav"), Reason.NAME),
                arguments("a folder that is none of a project's", named("lib/evil.so"), Reason.NAME),
                arguments("a name too long", named("tests/" + "x".repeat(300)), Reason.NAME),
                arguments("two names that differ by case", twice("tests/Talk.call"), Reason.DUPLICATE),
                arguments("a decomposed letter", named("tests/e\u0301.call"), Reason.NAME),
                arguments("more files than allowed", Packages.good(many(11)), Reason.TOO_LARGE),
                arguments("a file larger than allowed", Packages.good(Map.of("tests/a", "x".repeat(1_001))),
                        Reason.TOO_LARGE),
                arguments("a package larger than allowed", new byte[100_001], Reason.TOO_LARGE),
                arguments("a negative length", Packages.signed(manifest.replace("\"size\": 3 ", "\"size\": -3 "),
                        content), Reason.MANIFEST),
                arguments("a length without end", Packages.signed(manifest.replace("\"size\": 3 ",
                        "\"size\": 99999999999999999999 "), content), Reason.MANIFEST),
                arguments("a file more than the manifest says", Packages.signed(manifest, more(content)),
                        Reason.NOT_CANONICAL),
                arguments("a file less than the manifest says", Packages.signed(Packages.manifest(more(content)),
                        sorted(content)), Reason.NOT_CANONICAL),
                arguments("files in another order", Packages.signed(manifest, content), Reason.NOT_CANONICAL),
                arguments("other content of the same length", Packages.signed(manifest,
                        sorted(replaced(content, "flows/main.flow.json", "[]\n"))), Reason.CONTENT),
                arguments("content of another length", Packages.signed(manifest,
                        sorted(replaced(content, "flows/main.flow.json", "{ }\n"))), Reason.CONTENT),
                arguments("a directory that names another file", changed(good, "project/tests/talk.call", 10,
                        good.length - 200), Reason.NOT_CANONICAL));
    }

    @Property(tries = 300)
    void everyChangedByteIsNoticed(@ForAll @IntRange(max = 100_000) int where,
            @ForAll @IntRange(min = 1, max = 255) int by)
            throws IOException {
        byte[] bytes = Packages.good();
        bytes[where % bytes.length] ^= (byte) by;
        Path file = Files.createTempFile("ivrea", ".ivrea");
        try {
            Files.write(file, bytes);
            assertThatThrownBy(() -> PackageReader.verify(file, Packages.TRUSTED, SMALL))
                    .isInstanceOf(PackageRefused.class);
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }

    private static byte[] named(String name) {
        return Packages.signed(Packages.manifest(Packages.content()).replace("\"entries\": {",
                "\"entries\": {\n    " + Packages.entry(name, "x") + ","), Packages.content());
    }

    private static byte[] twice(String name) {
        return named(name);
    }

    private static Map<String, String> many(int count) {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            files.put("tests/" + i, "x");
        }
        return files;
    }

    private static Map<String, String> more(Map<String, String> files) {
        Map<String, String> more = sorted(files);
        more.put("tests/zz.call", "x");
        return more;
    }

    private static Map<String, String> replaced(Map<String, String> files, String name, String text) {
        Map<String, String> changed = new LinkedHashMap<>(files);
        changed.put(name, text);
        return changed;
    }

    private static Map<String, String> sorted(Map<String, String> files) {
        return new LinkedHashMap<>(new java.util.TreeMap<>(files));
    }

    private static Map<String, String> asFiles(String manifest, Map<String, String> content) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("manifest.json", manifest);
        content.forEach((name, text) -> files.put("project/" + name, text));
        return files;
    }

    private static byte[] ordinary(Map<String, String> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(bytes(file.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// The manifest changed, and the zip around it in order.
    private static byte[] mended(String manifest, Map<String, String> content) {
        return Packages.zip(bytes(manifest.replace("1.0.0", "9.0.0")),
                SignatureCodec.write(bytes(manifest), Packages.KEY), content);
    }

    /// A number in the header before the first appearance of a name.
    private static byte[] patched(byte[] good, String name, int before, int value) {
        byte[] bytes = good.clone();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(find(bytes, name, 0) + before, (short) value);
        return bytes;
    }

    private static byte[] changed(byte[] good, String text, int at) {
        return changed(good, text, at, 0);
    }

    private static byte[] changed(byte[] good, String text, int at, int from) {
        byte[] bytes = good.clone();
        bytes[find(bytes, text, from) + at] ^= 1;
        return bytes;
    }

    private static int find(byte[] bytes, String text, int from) {
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text, from);
        assertThat(at).isNotNegative();
        return at;
    }

}
