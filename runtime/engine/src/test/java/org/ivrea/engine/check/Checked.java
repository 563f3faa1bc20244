package org.ivrea.engine.check;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.codec.Loaded;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.problem.Fix;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectDocument;
import org.ivrea.flow.project.PromptLibrary;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/// A project written as JSON, and what there is to say about it. Immutable.
record Checked(@Nullable Path root, ProjectDocument settings, TreeMap<String, FlowDocument> flows) {
    static final NodeRegistry REGISTRY = NodeRegistry.load();

    /// The end of most flows: how the call is ended.
    static final String BYE = "\"bye\": { \"type\": \"hangup\" }";

    /// @param json the main flow, without its format version and name
    static Checked of(String json) {
        return new Checked(null, ProjectDocument.empty("Test").withMain("main"), new TreeMap<>()).with("main", json);
    }

    Checked with(String name, String json) {
        String file = json.replaceFirst("\\{", "{ \"formatVersion\": 1, \"name\": \"" + name + "\",");
        Loaded<FlowDocument> loaded = new FlowCodec(REGISTRY, JsonLimits.DEFAULT)
                .read(file.getBytes(StandardCharsets.UTF_8), "flows/" + name + ".flow.json");
        assertThat(loaded.problems().stream().map(Problem::toString)).isEmpty();
        return withFlow(name, Objects.requireNonNull(loaded.value()));
    }

    Checked withFlow(String name, FlowDocument flow) {
        var changed = new TreeMap<>(flows);
        changed.put(name, flow);
        return new Checked(root, settings, changed);
    }

    Checked with(ProjectDocument newSettings) {
        return new Checked(root, newSettings, flows);
    }

    Checked in(Path folder) {
        return new Checked(folder, settings, flows);
    }

    CompiledProject compiled() {
        return CompiledProject.compile(
                new Project(root, settings, flows, new PromptLibrary(root, settings.languages()), List.of()), REGISTRY);
    }

    List<Problem> problems() {
        return ProjectChecks.all(compiled());
    }

    List<Problem> problems(String code) {
        return problems().stream().filter(problem -> problem.code().equals(code)).toList();
    }

    /// Where the problems of the code are, such as `main/nodes/menu/exits/timeout`.
    List<String> places(String code) {
        return problems(code).stream().map(Checked::place).toList();
    }

    private static String place(Problem problem) {
        String file = String.valueOf(problem.file());
        return file.substring(file.indexOf('/') + 1, file.indexOf('.')) + problem.pointer();
    }

    /// The only problem of the code.
    Problem only(String code) {
        List<Problem> found = problems(code);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /// The project after the automatic fix of the only problem of the code.
    Checked fixed(String code) {
        Problem problem = only(code);
        Fix fix = problem.fix();
        assertThat(fix).isNotNull();
        String file = String.valueOf(problem.file());
        String name = file.substring(file.indexOf('/') + 1, file.indexOf('.'));
        FlowDocument flow = Objects.requireNonNull(flows.get(name));
        FlowDocument edited = Objects.requireNonNull(fix).edit().apply(flow);
        assertThat(edited).isNotEqualTo(flow);
        assertThat(fix.edit().apply(edited)).as("a fix of what is fixed").isEqualTo(edited);
        return withFlow(name, edited);
    }
}
