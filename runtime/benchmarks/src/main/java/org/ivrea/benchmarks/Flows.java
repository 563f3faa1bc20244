package org.ivrea.benchmarks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.TreeMap;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.codec.Loaded;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectDocument;
import org.ivrea.flow.project.ProjectFolder;

/// Flows to measure with.
final class Flows {
    static final NodeRegistry REGISTRY = NodeRegistry.load();
    /// Room for the largest generated flow.
    static final FlowCodec CODEC = new FlowCodec(REGISTRY, JsonLimits.DEFAULT.withMaxBytes(256 << 20));

    private Flows() {}

    static CompiledProject compiled(String json) {
        return compiled(read(json.getBytes(StandardCharsets.UTF_8)));
    }

    static FlowDocument read(byte[] json) {
        Loaded<FlowDocument> loaded = CODEC.read(json, "flows/main.flow.json");
        return Objects.requireNonNull(loaded.value(), () -> loaded.problems().toString());
    }

    static CompiledProject compiled(FlowDocument flow) {
        var flows = new TreeMap<String, FlowDocument>();
        flows.put("main", flow);
        return checked(CompiledProject.compile(Project.of(ProjectDocument.empty("Benchmark").withMain("main"), flows),
                REGISTRY));
    }

    static CompiledProject sample(Path folder) {
        Loaded<Project> loaded = ProjectFolder.load(folder, CODEC);
        return checked(CompiledProject.compile(Objects.requireNonNull(loaded.value()), REGISTRY));
    }

    private static CompiledProject checked(CompiledProject project) {
        if (project.problems().stream().anyMatch(Problem::isError)) {
            throw new IllegalStateException(project.problems().toString());
        }
        return project;
    }

    /// A flow of the size of a large contact centre's: a quarter each of prompts, menus, decisions with one expression
    /// and assignments, chained, with every exit wired.
    static byte[] generated(int nodes) {
        var json = new StringBuilder(nodes * 256);
        json.append("{\"formatVersion\":1,\"name\":\"Generated\",\"start\":\"n0\",\"variables\":{")
                .append("\"n\":{\"type\":\"int\",\"initial\":0}},\"nodes\":{");
        for (int i = 0; i < nodes; i++) {
            String next = "\"n" + (i + 1) % nodes + "\"";
            String far = "\"n" + (i * 7L + 3) % nodes + "\"";
            json.append(i == 0 ? "" : ",").append("\"n").append(i).append("\":").append(switch (i % 4) {
                case 0 -> "{\"type\":\"play\",\"prompt\":[{\"text\":\"This is prompt number " + i
                        + ".\"}],\"exits\":{\"next\":" + next + "}}";
                case 1 -> "{\"type\":\"menu\",\"prompt\":[{\"text\":\"For one, press 1. For two, press 2.\"}],"
                        + "\"choices\":[{\"keys\":\"1\",\"exit\":\"one\"},{\"keys\":\"2\",\"exit\":\"two\"}],"
                        + "\"exits\":{\"one\":" + next + ",\"two\":" + far + ",\"timeout\":" + next + ",\"invalid\":"
                        + far + "}}";
                case 2 -> "{\"type\":\"decision\",\"cases\":[{\"when\":\"n > " + i + "\",\"exit\":\"more\"}],"
                        + "\"exits\":{\"more\":" + far + ",\"otherwise\":" + next + "}}";
                default -> "{\"type\":\"set\",\"assignments\":[{\"variable\":\"n\",\"value\":\"" + i
                        + "\"}],\"exits\":{\"next\":" + next + "}}";
            });
        }
        return json.append("}}").toString().getBytes(StandardCharsets.UTF_8);
    }
}
