package org.ivrea.designer.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.ivrea.engine.script.CallScriptParser;
import org.ivrea.engine.simulation.EstimatedLengths;
import org.ivrea.engine.simulation.RecordedLengths;
import org.ivrea.engine.trace.TraceEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ivrea.designer.simulation.TestCalls.there;

/// From calls to tests, and tests on their own.
final class ScriptDraftTest {
    @TempDir private Path folder;

    @Test
    void aCallBecomesAScriptThatGoesTheSameWay() {
        try (TestCalls call = TestCalls.to("main", CallSessionTest.MENU)) {
            CallSession session = call.start();
            call.skip();
            call.skip();
            session.press('2');
            call.await(state -> call.count(TraceEvent.KeyPressed.class) == 1);
            call.skip();
            session.press('1');
            call.awaitEnd();

            ScriptDraft draft = ScriptDraft.of(session.history(), call.project, EstimatedLengths.INSTANCE,
                    "tests/sales.call");
            assertThat(draft.faithful()).as(draft.text() + draft.result().transcript()).isTrue();
            assertThat(draft.text()).contains("hear \"Welcome.\"", "press 2", "press 1", "expect exit menu.support",
                    "expect ended by flow");
            assertThat(CallScriptParser.parse("tests/sales.call", draft.text()).problems()).isEmpty();
            assertThat(TestCalls.way(draft.result().trace())).isEqualTo(call.way());
        }
    }

    @Test
    void keysInTheMiddleOfPromptsNeedTheirMoment() {
        try (TestCalls call = TestCalls.toSample("bank").stubs("""
                http core-banking POST /sessions -> 200 {"token": "t-1"}
                http core-banking GET /accounts/123456/balance -> 200 {"amount": 1234.5, "asOf": "2026-03-01T09:00:00Z"}
                """)) {
            CallSession session = call.start();
            call.type("123456");
            call.type("4711");
            call.type("1");
            session.hangUp();
            call.awaitEnd();
            assertThat(call.way()).contains("bank/balance");

            ScriptDraft draft = ScriptDraft.of(session.history(), call.project,
                    new RecordedLengths(call.project.project().prompts()), "tests/drafted.call");
            assertThat(draft.faithful()).as(draft.text() + draft.result().transcript()).isTrue();
            assertThat(draft.text()).contains("stub http core-banking POST /sessions -> 200");
        }
    }

    @Test
    void whatTheWorldAnsweredBecomesStubs() {
        try (TestCalls call = TestCalls.toSample("main-menu").asking(WorldKind.QUEUE, WorldKind.DIAL)) {
            CallSession session = call.start();
            call.skip();
            while (session.state().isUp()) {
                Question question = session.state().question();
                if (question == null) {
                    call.skip();
                } else {
                    session.answer(StubText.answer(question.kind(), "busy after 3s"));
                    call.await(state -> state.question() == null);
                }
            }
            ScriptDraft draft = ScriptDraft.of(session.history(), call.project,
                    new RecordedLengths(call.project.project().prompts()), "tests/drafted.call");
            assertThat(draft.faithful()).as(draft.text() + draft.result().transcript()).isTrue();
            assertThat(draft.text()).contains("stub dial");
        }
    }

    @Test
    void runsAllScriptsOfAProjectInTheBackground() throws Exception {
        var finished = new CompletableFuture<ScriptRun.Progress>();
        var project = TestCalls.sample("survey");
        ScriptRun.start(project, TestCalls.SAMPLES.resolve("survey"),
                new RecordedLengths(project.project().prompts()), Runnable::run, progress -> {
                    if (progress.finished()) {
                        finished.complete(progress);
                    }
                });
        ScriptRun.Progress progress = finished.get(60, TimeUnit.SECONDS);
        assertThat(progress.outcomes()).hasSize(progress.total()).allMatch(ScriptRun.Outcome::passed);
        assertThat(progress.report().percent()).isGreaterThan(90);
    }

    @Test
    void canBeCancelledAndShowsScriptsThatCannotBeRead() throws Exception {
        java.nio.file.Files.createDirectories(folder.resolve("tests/deep"));
        java.nio.file.Files.writeString(folder.resolve("tests/a.call"), "press x");
        java.nio.file.Files.writeString(folder.resolve("tests/deep/b.call"), "hear \"nothing like it\"");
        var finished = new CompletableFuture<ScriptRun.Progress>();
        ScriptRun.start(TestCalls.to("main", CallSessionTest.MENU).project, folder, EstimatedLengths.INSTANCE,
                Runnable::run, progress -> {
                    if (progress.finished()) {
                        finished.complete(progress);
                    }
                });
        ScriptRun.Progress progress = finished.get(60, TimeUnit.SECONDS);
        assertThat(progress.outcomes()).hasSize(2).noneMatch(ScriptRun.Outcome::passed);
        assertThat(progress.outcomes().getFirst().problems()).isNotEmpty();
        assertThat(there(progress.outcomes().getLast().result()).transcript()).contains("<<< here");

        var cancelled = new CompletableFuture<ScriptRun.Progress>();
        var holder = new ScriptRun[1];
        holder[0] = ScriptRun.start(TestCalls.to("main", CallSessionTest.MENU).project, folder,
                EstimatedLengths.INSTANCE, task -> {
                    while (holder[0] == null) {
                        Thread.onSpinWait();
                    }
                    holder[0].cancel();
                    task.run();
                }, progress2 -> {
                    if (progress2.finished()) {
                        cancelled.complete(progress2);
                    }
                });
        assertThat(cancelled.get(60, TimeUnit.SECONDS).problem()).contains("Cancelled after 1 of 2");
    }

    @Test
    void replaysATraceForwardAndBack() throws IOException {
        try (TestCalls call = TestCalls.to("main", CallSessionTest.MENU)) {
            CallSession session = call.start();
            call.skip();
            session.press('1');
            call.awaitEnd();
            Path file = folder.resolve("call.trace");
            TraceFiles.write(file, session.events(0));
            Replay replay = new Replay(TraceFiles.read(file));
            assertThat(replay.events()).isEqualTo(session.events(0));
            replay.stepForward();
            assertThat(replay.journey().current()).isEqualTo(new Journey.Place("main", "welcome"));
            replay.stepForward();
            assertThat(there(replay.journey().current()).node()).isEqualTo("menu");
            replay.stepBack();
            assertThat(there(replay.journey().current()).node()).isEqualTo("welcome");
            replay.moveTo(replay.events().size());
            assertThat(replay.isAtEnd()).isTrue();
            assertThat(replay.journey().current()).isNull();
            assertThat(replay.conversation().bubbles()).extracting(Conversation.Bubble::text).contains("Welcome.", "1");
            replay.moveToTime(0);
            assertThat(replay.journey().steps()).hasSize(1);

            java.nio.file.Files.writeString(file, "{\"atMs\": 1, \"event\": \"node-entred\"}");
            assertThatThrownBy(() -> TraceFiles.read(file)).isInstanceOf(IOException.class)
                    .hasMessageContaining("line 1").hasMessageContaining("node-entered");
        }
    }

    @Test
    void showsTheWayInEachFlow() {
        try (TestCalls call = TestCalls.to("main", CallSessionTest.MENU)) {
            CallSession session = call.start();
            call.skip();
            var journey = new Journey();
            session.events(0).forEach(journey::add);
            var overlay = new CallOverlay(journey.stack(), Map.of("main", journey.taken("main")), there(journey.last()),
                    java.util.List.of(Breakpoint.onNode("main", "bye")), org.ivrea.engine.script.Coverage.NONE, false);
            CallOverlay.OfFlow main = overlay.of("main");
            assertThat(main.currentNode()).isEqualTo("menu");
            assertThat(main.innermost()).isTrue();
            assertThat(main.taken()).hasSize(1);
            assertThat(main.breakpoints()).containsExactly("bye");
            assertThat(overlay.of("other").currentNode()).isNull();
        }
    }
}
