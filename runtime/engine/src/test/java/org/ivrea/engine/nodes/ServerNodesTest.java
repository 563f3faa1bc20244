package org.ivrea.engine.nodes;

import org.ivrea.engine.simulation.Answer;
import org.ivrea.engine.simulation.World;
import org.ivrea.engine.trace.TraceEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The nodes that speak to the server alone: log and application; and those that do not run.
final class ServerNodesTest {
    @Test
    void aLogLineMasksSecretsAndBearsItsTag() {
        OneNode log = OneNode.of("""
                "type": "log", "text": "PIN ${pin} of ${call.id}", "level": "warning", "tag": "pin-entered\"""");

        assertThat(log.exit()).isEqualTo("next");
        assertThat(log.rehearsal.events(TraceEvent.Logged.class))
                .containsExactly(new TraceEvent.Logged("warning", "PIN •••• of simulated", "pin-entered"));
    }

    @Test
    void anApplicationTellsWhetherItWorked() {
        OneNode application = OneNode.of("\"type\": \"application\", \"application\": \"echo\"");

        assertThat(application.in(World.builder().stub("echo", new Answer.Execute(true)).build()).exit())
                .isEqualTo("success");
        assertThat(application.in(World.builder().stub("echo", new Answer.Execute(false)).build()).exit())
                .isEqualTo("failed");
    }

    @Test
    void aValueThatTheSwitchWouldExpandIsRefused() {
        OneNode application = OneNode.of("""
                "type": "application", "application": "echo", "arguments": "to ${call.caller}\"""")
                .in(World.builder().caller("${system(reboot)}").stub("echo", new Answer.Execute(true)).build());

        assertThat(application.failure()).isEqualTo("argument-refused");
    }

    @Test
    void remarksAreNoPartOfTheRun() {
        OneNode comment = OneNode.of("\"type\": \"comment\", \"text\": \"Read me\", \"color\": \"green\"");

        assertThat(comment.rehearsal.compiled().problems()).singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("remark"));
    }
}
