package org.ivrea.engine.check;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UnsetVariableTest {
    private static final String SAY = """
            "say": { "type": "play", "prompt": [ { "text": "${x}" } ], "exits": { "next": "bye" } }""";
    private static final String SET = """
            "set": { "type": "set", "assignments": [ { "variable": "x", "value": "'a'" } ],
              "exits": { "next": "say" } }""";
    private static final String ASK = """
            "ask": { "type": "collect", "prompt": [ { "text": "Number?" } ], "variable": "x", "min": 1, "max": 4,
              "confirm": { "prompt": [ { "text": "${x}?" } ] },
              "exits": { "collected": "say", "rejected": "say", "timeout": "%s", "invalid": "bye" } }""";

    private static Checked flow(String start, String declaration, String... nodes) {
        return Checked.of("""
                { "start": "%s", "variables": { "x": { "type": "string" %s } }, "nodes": { %s, %s } }
                """.formatted(start, declaration, String.join(", ", nodes), Checked.BYE));
    }

    @Test
    void aVariableThatNothingSetsHasNoValue() {
        Checked flow = flow("say", "", SAY);
        assertThat(flow.places(UnsetVariable.CODE)).containsExactly("main/nodes/say/prompt/0/text");
        assertThat(flow.only(UnsetVariable.CODE).message()).contains("no node sets it");
    }

    @Test
    void anInitialValueIsAValue() {
        assertThat(flow("say", ", \"initial\": \"\"", SAY).problems()).isEmpty();
    }

    @Test
    void whatIsSetOnTheWayIsSet() {
        assertThat(flow("set", "", SET, SAY).problems()).isEmpty();
    }

    @Test
    void aWayAroundIsFound() {
        Checked flow = flow("split", "", """
                "split": { "type": "decision", "cases": [ { "when": "call.caller == ''", "exit": "hidden" } ],
                  "exits": { "hidden": "set", "otherwise": "say" } }""", SET, SAY);
        assertThat(flow.only(UnsetVariable.CODE).message()).contains("without passing a node that sets it");
    }

    @Test
    void onlyTheExitsThatSetItCount() {
        assertThat(flow("ask", "", ASK.formatted("bye"), SAY).problems()).isEmpty();
        assertThat(flow("ask", "", ASK.formatted("say"), SAY).places(UnsetVariable.CODE)).hasSize(1);
    }

    @Test
    void aFailureMayComeBeforeItIsSet() {
        assertThat(flow("set", "", SET.replace("\"exits\": {", "\"exits\": { \"error\": \"say\","), SAY)
                .places(UnsetVariable.CODE)).hasSize(1);
    }

    @Test
    void aHandlerMayComeBeforeAnythingIsSet() {
        assertThat(Checked.of("""
                { "start": "set", "handlers": { "hangup": "note", "error": "sorry" },
                  "variables": { "x": { "type": "string" } }, "nodes": { %s, %s,
                    "note": { "type": "log", "text": "${x}", "exits": { "next": null } },
                    "sorry": { "type": "log", "text": "${x}", "exits": { "next": "bye" } }, %s } }
                """.formatted(SET, SAY, Checked.BYE)).places(UnsetVariable.CODE))
                .containsExactly("main/nodes/note/text", "main/nodes/sorry/text");
    }

    @Test
    void assignmentsOfOneNodeAreDoneInOrder() {
        String both = """
                "set": { "type": "set", "assignments": [ %s ], "exits": { "next": "bye" } }""";
        String x = "{ \"variable\": \"x\", \"value\": \"'a'\" }";
        String readsX = "{ \"variable\": \"x\", \"value\": \"x + 'b'\" }";
        assertThat(flow("set", "", both.formatted(x + ", " + readsX)).problems()).isEmpty();
        assertThat(flow("set", "", both.formatted(readsX + ", " + x)).places(UnsetVariable.CODE))
                .containsExactly("main/nodes/set/assignments/0/value");
    }

    @Test
    void aLoopThatSetsItLateDoesNotHelpItsFirstRound() {
        assertThat(flow("say", "", SAY.replace("bye", "set"), SET).places(UnsetVariable.CODE)).hasSize(1);
    }

    @Test
    void aDisabledNodeSetsNothing() {
        assertThat(flow("set", "", SET.replace("\"set\",", "\"set\", \"disabled\": true,"), SAY)
                .places(UnsetVariable.CODE)).hasSize(1);
    }

    @Test
    void aReplyThatMayLackAValueDoesNotSetIt() {
        String http = """
                "ask": { "type": "http", "service": "s", "path": "/", "outputs": [ { "variable": "x" %s } ],
                  "exits": { "success": "say", "clientError": "bye", "serverError": "bye", "timeout": "bye",
                    "networkError": "bye" } }""";
        assertThat(flow("ask", "", http.formatted(""), SAY).places(UnsetVariable.CODE)).isEmpty();
        assertThat(flow("ask", "", http.formatted(", \"optional\": true"), SAY).places(UnsetVariable.CODE)).hasSize(1);
    }

    @Test
    void aFlowMayReturnWithoutAnOutput() {
        Checked flow = Checked.of("{ \"start\": \"bye\", \"nodes\": { %s } }".formatted(Checked.BYE)).with("sub", """
                { "start": "split", "outputs": { "x": { "type": "string" } }, "nodes": {
                  "split": { "type": "decision", "cases": [ { "when": "call.caller == ''", "exit": "hidden" } ],
                    "exits": { "hidden": "with", "otherwise": "without" } },
                  "with": { "type": "return", "outputs": { "x": "'a'" } },
                  "without": { "type": "return" } } }
                """);
        assertThat(flow.places(UnsetOutput.CODE)).containsExactly("sub/nodes/without");
    }
}
