package org.ivrea.designer.workspace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ivrea.designer.edit.Sameness;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeId;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectCodec;
import org.ivrea.flow.project.ProjectDocument;
import org.ivrea.flow.project.ProjectFolder;

/// What a session that ended without closing the project left in its journal. It is kept in a file of its own until
/// the person decides, whatever happens to the session that found it.
final class CrashRecovery {
    private static final String JOURNAL = "journal-";

    private final Path folder;
    private final Path journal;
    private final Path kept;
    private final FlowCodec codec;

    /// @param folder  the project's part of the state folder
    /// @param session tells this session from all others
    CrashRecovery(Path folder, String session, FlowCodec codec) {
        this.folder = folder;
        this.journal = folder.resolve(JOURNAL + session);
        this.kept = folder.resolve("recovery");
        this.codec = codec;
    }

    /// The journal of this session.
    Path journal() {
        return journal;
    }

    /// Puts the journals of other sessions aside, and says what in it is not on disk.
    ///
    /// @throws IOException when there may be something, and it cannot be read
    Optional<Recovery> find(Project onDisk) throws IOException {
        keep();
        if (!Files.exists(kept)) {
            return Optional.empty();
        }
        Map<String, JournalEntry> last = new LinkedHashMap<>();
        JournalEntry.read(Files.readAllBytes(kept)).forEach(entry -> last.put(entry.file(), entry));
        List<RecoveredFlow> flows = new ArrayList<>();
        Optional<ProjectDocument> settings = Optional.empty();
        Instant at = Instant.EPOCH;
        for (JournalEntry entry : last.values()) {
            byte[] content = entry.content();
            if (content == null) {
                continue;
            }
            String flow = FlowFiles.flowOf(entry.file());
            if (flow != null && NodeId.isValid(flow)) {
                FlowDocument document = codec.read(content, entry.file()).value();
                FlowDocument known = onDisk.flow(flow);
                if (document != null && (known == null || !Sameness.of(document, known))) {
                    flows.add(new RecoveredFlow(flow, document, entry.at()));
                    at = at.isBefore(entry.at()) ? entry.at() : at;
                }
            } else if (entry.file().equals(ProjectFolder.SETTINGS)) {
                ProjectDocument document = ProjectCodec.read(content, entry.file(), codec.limits()).value();
                if (document != null && !document.equals(onDisk.settings())) {
                    settings = Optional.of(document);
                    at = at.isBefore(entry.at()) ? entry.at() : at;
                }
            }
        }
        if (flows.isEmpty() && settings.isEmpty()) {
            discard();
            return Optional.empty();
        }
        return Optional.of(new Recovery(flows, settings, at));
    }

    /// Forgets what was found.
    void discard() throws IOException {
        Files.deleteIfExists(kept);
    }

    /// Moves other sessions' journals behind what is kept already. No entry is lost at any moment.
    private void keep() throws IOException {
        List<Path> journals = journals();
        if (journals.isEmpty()) {
            return;
        }
        List<JournalEntry> entries = new ArrayList<>();
        if (Files.exists(kept)) {
            entries.addAll(JournalEntry.read(Files.readAllBytes(kept)));
        }
        for (Path other : journals) {
            entries.addAll(JournalEntry.read(Files.readAllBytes(other)));
        }
        if (!entries.isEmpty()) {
            var all = new ByteArrayOutputStream();
            entries.stream().sorted(Comparator.comparing(JournalEntry::at))
                    .forEach(entry -> all.writeBytes(entry.toBytes()));
            Path joined = kept.resolveSibling("recovery.tmp");
            Files.write(joined, all.toByteArray(), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.move(joined, kept, StandardCopyOption.ATOMIC_MOVE);
        }
        for (Path other : journals) {
            Files.delete(other);
        }
    }

    private List<Path> journals() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(JOURNAL) && !file.equals(journal))
                    .sorted().toList();
        }
    }
}
