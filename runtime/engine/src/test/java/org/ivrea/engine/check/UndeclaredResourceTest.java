package org.ivrea.engine.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import org.ivrea.flow.problem.Severity;
import org.ivrea.flow.project.ProjectDocument;
import org.ivrea.flow.project.ResourceDeclaration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UndeclaredResourceTest {
    private static Checked transferringTo(String destination) {
        var resources = new TreeMap<String, TreeMap<String, ResourceDeclaration>>();
        var destinations = new TreeMap<String, ResourceDeclaration>();
        destinations.put("reception", new ResourceDeclaration("Front desk"));
        resources.put("destination", destinations);
        return Checked.of("""
                { "start": "pass-on", "nodes": {
                  "pass-on": { "type": "transfer", "destination": "%s", "exits": { "failed": "bye" } }, %s } }
                """.formatted(destination, Checked.BYE)).with(new ProjectDocument("Test", null, "main", List.of("en"),
                null, new TreeMap<>(resources), new LinkedHashMap<>()));
    }

    @Test
    void aDeclaredResourceIsFine() {
        assertThat(transferringTo("reception").problems()).isEmpty();
    }

    @Test
    void aNameThatIsMisspeltIsCorrectedByTheFix() {
        Checked flow = transferringTo("recepton");
        assertThat(flow.places(UndeclaredResource.CODE)).containsExactly("main/nodes/pass-on/destination");
        assertThat(flow.fixed(UndeclaredResource.CODE).problems()).isEmpty();
    }

    @Test
    void aNameThatIsNotDeclaredHasNoServerToBindIt() {
        assertThat(transferringTo("warehouse").only(UndeclaredResource.CODE).message()).contains("project.json");
    }

    @Test
    void aResourceThatNoFlowUsesIsPointedOut() {
        var unused = transferringTo("warehouse").only(UnusedResource.CODE);
        assertThat(unused.severity()).isEqualTo(Severity.INFO);
        assertThat(unused.file()).isEqualTo("project.json");
        assertThat(unused.pointer()).hasToString("/resources/destination/reception");
    }
}
