package org.ivrea.flow.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.json.SourceMap;
import org.ivrea.flow.problem.Problem;

/// Looks up where in the files of a project its problems are. Reads each file once, and only those with problems.
final class ProblemLocator {
    private final Path root;
    private final FlowCodec codec;
    private final Map<String, SourceMap> positions = new HashMap<>();

    ProblemLocator(Path root, FlowCodec codec) {
        this.root = root;
        this.codec = codec;
    }

    List<Problem> locate(List<Problem> problems) {
        List<Problem> located = new ArrayList<>(problems.size());
        for (Problem problem : problems) {
            String file = problem.file();
            located.add(file == null || problem.position() != null
                    ? problem
                    : problem.locatedIn(positions.computeIfAbsent(file, this::positionsIn)));
        }
        return located;
    }

    private SourceMap positionsIn(String file) {
        var files = new ProjectFiles(root, ProjectFolder.MAX_FILES, _ -> {});
        byte[] bytes = files.read(root.resolve(file), codec.limits().maxBytes());
        if (bytes == null) {
            return SourceMap.NONE;
        }
        return file.endsWith(ProjectFolder.FLOW_SUFFIX)
                ? codec.read(bytes, file).positions()
                : SourceMap.of(bytes, codec.limits());
    }
}
