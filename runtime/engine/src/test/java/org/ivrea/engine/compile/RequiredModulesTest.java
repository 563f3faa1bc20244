package org.ivrea.engine.compile;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.TreeMap;
import org.ivrea.engine.run.Rehearsal;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectDocument;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class RequiredModulesTest {

    private static CompiledProject compiled(String... nodes) {
        var flows = new TreeMap<String, FlowDocument>();
        for (int i = 0; i < nodes.length; i++) {
            flows.put("flow" + i, Objects.requireNonNull(new FlowCodec(Rehearsal.REGISTRY, JsonLimits.DEFAULT).read("""
                    { "formatVersion": 1, "name": "Flow", "start": "first", "nodes": { "first": %s } }
                    """.formatted(nodes[i]).getBytes(StandardCharsets.UTF_8), "flow.json").value()));
        }
        return CompiledProject.compile(Project.of(ProjectDocument.empty("Test").withMain("flow0"), flows),
                Rehearsal.REGISTRY);
    }

    @Test
    void nodeTypesSayWhatTheyNeed() {
        assertThat(RequiredModules.of(compiled("{ \"type\": \"conference\", \"room\": \"all\" }",
                "{ \"type\": \"queue\", \"queue\": \"sales\" }", "{ \"type\": \"voicemail\", \"mailbox\": \"desk\" }")))
                .containsExactly("mod_callcenter", "mod_conference", "mod_loopback", "mod_voicemail");
    }

    @Test
    void promptsNeedWhatTheyAreMadeOf() {
        assertThat(RequiredModules.of(compiled("{ \"type\": \"play\", \"prompt\": [ { \"text\": \"Hello\" } ] }")))
                .isEmpty();
        assertThat(RequiredModules.of(compiled("{ \"type\": \"play\", \"prompt\": [ { \"file\": \"a.wav\" } ] }")))
                .containsExactly("mod_sndfile");
        assertThat(RequiredModules.of(compiled(
                "{ \"type\": \"menu\", \"choices\": [], \"prompt\": [ { \"silenceMs\": 100 }, { \"toneHz\": 440, \"ms\": 100 } ] }")))
                .containsExactly("mod_tone_stream");
    }

    @Test
    void nodesThatAreSwitchedOffNeedNothing() {
        assertThat(RequiredModules.of(compiled("{ \"type\": \"conference\", \"room\": \"all\", \"disabled\": true }")))
                .isEmpty();
    }
}
