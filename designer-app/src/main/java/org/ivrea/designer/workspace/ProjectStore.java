package org.ivrea.designer.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.codec.Loaded;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.project.ProjectFolder;
import org.jspecify.annotations.Nullable;

/// The flow files of a project on disk, and what this program knows of them, so that it never overwrites what somebody
/// else wrote. Used by one thread.
final class ProjectStore {

    /// What a look at a file shows.
    sealed interface Look {

        /// As it was read or written last.
        record Same() implements Look {}

        /// Somebody wrote it.
        record Changed(FlowDocument document) implements Look {}

        /// There is no such file; there was one.
        record Gone() implements Look {}

        /// It cannot be edited.
        record Broken(BrokenFile file) implements Look {}
    }

    private final Path folder;
    private final FlowCodec codec;
    private final Map<String, FlowDocument> known = new HashMap<>();
    private final Map<String, byte[]> bytes = new HashMap<>();

    ProjectStore(Path folder, FlowCodec codec, Map<String, FlowDocument> loaded) {
        this.folder = folder;
        this.codec = codec;
        this.known.putAll(loaded);
    }

    /// Compares the file with what is known of it. Two texts that mean the same are the same.
    Look look(String flow) {
        Path path = folder.resolve(FlowFiles.fileOf(flow));
        FlowDocument expected = known.get(flow);
        if (!Files.exists(path)) {
            return expected == null ? new Look.Same() : new Look.Gone();
        }
        Loaded<String> text = ProjectFolder.readText(folder, FlowFiles.fileOf(flow), codec.limits().maxBytes());
        String content = text.value();
        if (content == null) {
            return new Look.Broken(BrokenFiles.read(folder, FlowFiles.fileOf(flow), text.problems()));
        }
        byte[] read = content.getBytes(StandardCharsets.UTF_8);
        if (expected != null && Arrays.equals(read, bytes.get(flow))) {
            return new Look.Same();
        }
        Loaded<FlowDocument> loaded = codec.read(read, FlowFiles.fileOf(flow));
        FlowDocument document = loaded.value();
        if (document == null) {
            return new Look.Broken(new BrokenFile(FlowFiles.fileOf(flow), loaded.problems(), content));
        }
        if (Objects.equals(document, expected)) {
            bytes.put(flow, read);
            return new Look.Same();
        }
        return new Look.Changed(document);
    }

    /// From now on the file is expected to say this.
    ///
    /// @param document `null`: there is no such file
    void expect(String flow, @Nullable FlowDocument document) {
        bytes.remove(flow);
        if (document == null) {
            known.remove(flow);
        } else {
            known.put(flow, document);
        }
    }

    /// Writes the file, unless somebody else did.
    ///
    /// @return what the look before writing showed; nothing was written unless that is [Look.Same]
    Look save(String flow, FlowDocument document) throws IOException {
        Look look = look(flow);
        if (look instanceof Look.Same && !document.equals(known.get(flow))) {
            ProjectFolder.saveFlow(folder, flow, document, codec);
            known.put(flow, document);
            bytes.put(flow, codec.write(document));
        }
        return look;
    }

    /// Removes the file, unless somebody else changed it.
    Look delete(String flow) throws IOException {
        Look look = look(flow);
        if (look instanceof Look.Same) {
            Files.deleteIfExists(folder.resolve(FlowFiles.fileOf(flow)));
            expect(flow, null);
        }
        return look;
    }
}
