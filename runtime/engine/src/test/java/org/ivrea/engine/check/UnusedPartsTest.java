package org.ivrea.engine.check;

import org.ivrea.flow.problem.Severity;
import org.ivrea.flow.project.ProjectDocument;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Variables, flows and inputs that nothing uses, and projects that nobody can call.
class UnusedPartsTest {
    private static final String FLOW = "{ \"start\": \"bye\" %s, \"nodes\": { %s } }";

    private static String flow(String more) {
        return FLOW.formatted(more, Checked.BYE);
    }

    @Test
    void aVariableThatNoNodeNamesIsRemovedByTheFix() {
        Checked flow = Checked.of(flow(", \"variables\": { \"x\": { \"type\": \"int\" } }"));
        assertThat(flow.places(UnusedVariable.CODE)).containsExactly("main/variables/x");
        assertThat(flow.fixed(UnusedVariable.CODE).problems()).isEmpty();
    }

    @Test
    void aFlowThatNobodyEntersIsPointedOut() {
        Checked flow = Checked.of(flow("")).with("other", flow(""));
        assertThat(flow.places(UnusedFlow.CODE)).containsExactly("other");
        assertThat(flow.only(UnusedFlow.CODE).severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void aProjectWithoutAMainFlowAnswersNoCalls() {
        var problem = Checked.of(flow("")).with(ProjectDocument.empty("Test")).only(MainFlow.UNSET);
        assertThat(problem.file()).isEqualTo("project.json");
        assertThat(problem.pointer()).hasToString("/main");
    }

    @Test
    void nobodyHandsInputsToTheMainFlow() {
        String inputs = ", \"inputs\": { \"x\": { \"type\": \"int\" %s } }";
        assertThat(Checked.of(flow(inputs.formatted(""))).only(MainFlow.INPUTS).isError()).isTrue();
        assertThat(Checked.of(flow(inputs.formatted(", \"initial\": 1"))).problems()).isEmpty();
    }
}
