package org.ivrea.flow.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectCodec;
import org.ivrea.flow.project.ProjectFolder;

/// Packs projects: settings and flows in their canonical form, recordings and call scripts as they are on disk.
public final class ProjectPackage {
    private final Map<String, byte[]> documents = new TreeMap<>();
    private final Map<String, Path> files = new TreeMap<>();

    /// @param project with a folder
    /// @throws IOException with a message for people when a folder cannot be read, or leads out of the project
    public ProjectPackage(Project project, FlowCodec codec) throws IOException {
        Path root = project.root();
        if (root == null) {
            throw new IOException("The project was never saved; save it before you pack it");
        }
        documents.put(ProjectFolder.SETTINGS, ProjectCodec.write(project.settings()));
        for (Map.Entry<String, FlowDocument> flow : project.flows().entrySet()) {
            documents.put(ProjectFolder.FLOWS + "/" + flow.getKey() + ProjectFolder.FLOW_SUFFIX,
                    codec.write(flow.getValue()));
        }
        for (String file : ProjectFolder.otherFiles(root)) {
            files.put(file, root.resolve(file));
        }
    }

    /// The names of all files, sorted.
    public Set<String> names() {
        var names = new TreeSet<>(documents.keySet());
        names.addAll(files.keySet());
        return names;
    }

    /// The content of a file.
    public InputStream open(String name) throws IOException {
        byte[] document = documents.get(name);
        if (document != null) {
            return new ByteArrayInputStream(document);
        }
        Path file = files.get(name);
        if (file == null) {
            throw new IOException("The project has no file " + name);
        }
        return Files.newInputStream(file);
    }

    /// Writes the package: see [PackageWriter#write].
    ///
    /// @param modules the modules of the switch that the flows need
    public PackageManifest write(String name, String version, List<String> modules, SigningKey key, OutputStream out)
            throws IOException {
        return PackageWriter.write(name, version, FlowDocument.FORMAT_VERSION, modules, names(), this::open, key, out);
    }
}
