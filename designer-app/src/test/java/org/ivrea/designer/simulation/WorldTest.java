package org.ivrea.designer.simulation;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.ivrea.designer.simulation.CallState.Phase;
import org.ivrea.engine.run.CallOutcome;
import org.ivrea.engine.simulation.Answer;
import org.ivrea.engine.simulation.Stub;
import org.ivrea.engine.simulation.WallTime;
import org.ivrea.engine.trace.TraceEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ivrea.designer.simulation.TestCalls.there;

/// What lies outside of the flow: prepared, asked for, or real.
final class WorldTest {
    private static final String OUTSIDE = """
            { "start": "dial", "variables": { "code": { "type": "int" }, "body": { "type": "any" } }, "nodes": {
              "dial": { "type": "dial", "targets": [ { "destination": "office" } ], "ringMs": 10000,
                "exits": { "answered": "bye", "busy": "request", "noAnswer": "dial", "rejected": "bye",
                  "unreachable": "bye", "cancelled": "bye" } },
              "request": { "type": "http", "service": "shop", "path": "/price",
                "exits": { "success": "bye", "timeout": "bye", "networkError": "bye", "clientError": "bye",
                  "serverError": "bye" } },
              "bye": { "type": "hangup" } } }""";

    @Test
    void asksThePersonAndHoldsTheTimeMeanwhile() {
        try (TestCalls call = TestCalls.to("main", OUTSIDE).asking(WorldKind.DIAL, WorldKind.HTTP)) {
            CallSession session = call.start();
            CallState asked = call.await(state -> state.phase() == Phase.ASKING);
            assertThat(asked.question()).isEqualTo(new Question(WorldKind.DIAL, "dial", "office",
                    WorldKind.DIAL.examples().stream().map(Question.Choice::of).toList()));
            session.answer(StubText.answer(WorldKind.DIAL, "busy after 2s"));
            CallState ring = call.await(state -> state.waiting() != null);
            assertThat(there(ring.waiting()).kind()).isEqualTo(Waiting.Kind.RING);
            assertThat(there(ring.waiting()).untilMs()).isEqualTo(2000);
            CallState http = call.skip();
            assertThat(there(http.question()).subject()).isEqualTo("shop GET /price");
            session.answer(StubText.answer(WorldKind.HTTP, "200 {\"price\": 3}"));
            call.awaitEnd();
            assertThat(call.way()).containsExactly("main/dial", ".busy", "main/request", ".success", "main/bye");
        }
    }

    @Test
    void aCallerWhoHangsUpWhileThePersonIsAskedEndsTheCall() {
        try (TestCalls call = TestCalls.to("main", OUTSIDE).asking(WorldKind.DIAL)) {
            CallSession session = call.start();
            call.await(state -> state.phase() == Phase.ASKING);
            session.hangUp();
            assertThat(there(call.awaitEnd().outcome()).kind()).isEqualTo(CallOutcome.Kind.HUNG_UP);
        }
    }

    @Test
    void stubsComeFirstOneAfterTheOtherAndCanChangeDuringACall() {
        try (TestCalls call = TestCalls.to("main", OUTSIDE).asking(WorldKind.HTTP).stubs("""
                dial office -> no-answer
                # the second time
                dial office -> busy
                """)) {
            CallSession session = call.start();
            call.skip();
            assertThat(call.way()).containsExactly("main/dial", ".noAnswer", "main/dial", ".busy", "main/request");
            session.answer(null);
            call.awaitEnd();
            assertThat(call.way()).contains(".networkError");
            session.world(session.world().withStubs(StubText.read("http shop GET * -> 404").stubs()));
            session.goBackTo(2);
            call.await(state -> state.generation() == 1 && state.phase() == Phase.STOPPED);
            session.resume();
            call.awaitEnd();
            assertThat(call.way()).contains(".clientError");
        }
    }

    @Test
    void reachesOnlyTheHostsThatThePersonAllows() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/price", exchange -> {
            byte[] body = "{\"price\": 3}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try (TestCalls call = TestCalls.to("main", OUTSIDE).stubs("dial office -> busy")) {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            call.world = call.world.withPolicy(WorldKind.HTTP, AnswerPolicy.LIVE)
                    .withHttp(AllowedHosts.of(Map.of("shop", url)));
            call.start();
            call.skip();
            call.awaitEnd();
            assertThat(call.way()).contains(".success");

            call.session().world(call.world.withHttp(AllowedHosts.NONE));
            call.session().goBackTo(1);
            call.await(state -> state.generation() == 1 && state.phase() == Phase.STOPPED);
            call.session().resume();
            call.awaitEnd();
            assertThat(call.way()).contains(".networkError");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aRealReplyIsRecordedSoThatTheCallGoesTheSameWayAgain() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/price", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try (TestCalls call = TestCalls.to("main", OUTSIDE).stubs("dial office -> busy")) {
            call.world = call.world.withPolicy(WorldKind.HTTP, AnswerPolicy.LIVE).withHttp(
                    AllowedHosts.of(Map.of("shop", "http://localhost:" + server.getAddress().getPort())));
            call.start();
            call.skip();
            call.awaitEnd();
            var events = call.events();
            server.stop(0);
            call.session().goBackTo(2);
            call.await(state -> state.generation() == 1 && state.phase() == Phase.STOPPED);
            assertThat(events).startsWith(call.events().toArray(String[]::new));
        }
    }

    @Test
    void whileARealReplyIsWaitedForMusicPlaysAndKeysAndHangUpCount() throws Exception {
        String flow = OUTSIDE.replace("\"path\": \"/price\",", "\"path\": \"/price\", \"timeoutMs\": 60000,"
                + " \"meanwhile\": [ { \"text\": \"One moment, please.\" } ],");
        try (var server = new HeldServer("/price");
                TestCalls call = TestCalls.to("main", flow).stubs("dial office -> busy")) {
            call.wall = WallTime.SYSTEM;
            call.world = call.world.withPolicy(WorldKind.HTTP, AnswerPolicy.LIVE).withHttp(
                    AllowedHosts.of(Map.of("shop", server.address())));
            call.start().skipToCaller();
            server.awaitRequest();
            CallState state = call.await(it -> it.playing() != null);
            assertThat(there(state.playing()).text()).isEqualTo("One moment, please.");
            assertThat(call.session().elapsedMs()).as("skips nothing that is real").isLessThan(60_000);
            call.session().press('5');
            call.await(_ -> call.count(TraceEvent.KeyPressed.class) == 1);
            server.reply();
            call.awaitEnd();
            assertThat(call.way()).contains(".success");
            var events = call.events();
            call.session().goBackTo(2);
            call.await(it -> it.generation() == 1 && it.phase() == Phase.STOPPED);
            assertThat(call.events()).hasSizeGreaterThan(8);
            assertThat(events).startsWith(call.events().toArray(String[]::new));
        }
    }

    @Test
    void aCallerWhoHangsUpDuringARealRequestDoesNotWaitForIt() throws Exception {
        try (var server = new HeldServer("/price");
                TestCalls call = TestCalls.to("main", OUTSIDE).stubs("dial office -> busy")) {
            call.world = call.world.withPolicy(WorldKind.HTTP, AnswerPolicy.LIVE).withHttp(
                    AllowedHosts.of(Map.of("shop", server.address())));
            call.start().skipToCaller();
            server.awaitRequest();
            call.session().hangUp();
            assertThat(there(call.awaitEnd().outcome()).kind()).isEqualTo(CallOutcome.Kind.HUNG_UP);
            assertThat(RecordedAnswers.stubs(call.session().history().inputs())).extracting(Stub::answer)
                    .contains(new Answer.Http.Failure("the request was given up", 5_000));
        }
    }

    private static final String CHANCE = """
            { "start": "open", "nodes": {
              "open": { "type": "hours", "weekly": [ { "days": ["monday"], "from": "08:00", "to": "18:00" } ],
                "exits": { "open": "split", "closed": "listen", "holiday": "split" } },
              "split": { "type": "split", "branches": [ { "exit": "old" }, { "exit": "new" } ],
                "exits": { "old": "bye", "new": "bye" } },
              "listen": { "type": "speech", "prompt": [ { "text": "Yes or no?" } ], "maxNoInput": 1,
                "exits": { "matched": "split", "noInput": "bye", "noMatch": "bye" } },
              "bye": { "type": "hangup" } } }""";

    @Test
    void clockSpeechAndChanceAreAskedForWhenTheyAreNeeded() {
        try (TestCalls call = TestCalls.to("main", CHANCE).asking(WorldKind.CLOCK, WorldKind.SPEECH,
                WorldKind.DRAW)) {
            CallSession session = call.start();
            Question clock = there(call.await(state -> state.question() != null).question());
            assertThat(clock.kind()).isEqualTo(WorldKind.CLOCK);
            assertThat(clock.subject()).isEqualTo("Mon 2 Mar 10:00");
            assertThat(clock.choices()).contains(new Question.Choice("Sun 8 Mar 23:59", "2026-03-08 23:59"));
            session.answer(StubText.answer(WorldKind.CLOCK, "2026-03-08 23:59"));
            call.await(state -> state.waiting() != null);
            assertThat(there(call.skip().question()).kind()).isEqualTo(WorldKind.SPEECH);
            session.answer(StubText.answer(WorldKind.SPEECH, "\"yes\""));
            // Speaking takes its time.
            call.await(state -> state.phase() == Phase.HELD);
            Question split = there(call.skip().question());
            assertThat(split.choices()).containsExactly(new Question.Choice("1 old", "1"),
                    new Question.Choice("2 new", "2"));
            session.answer(StubText.answer(WorldKind.DRAW, "2"));
            call.awaitEnd();
            assertThat(call.way()).containsExactly("main/open", ".closed", "main/listen", ".matched", "main/split",
                    ".new", "main/bye");
            assertThat(RecordedAnswers.stubs(session.history().inputs())).extracting(stub -> StubText.write(
                    java.util.List.of(stub)).strip()).containsExactly("clock open -> 2026-03-08 23:59",
                            "speech listen -> \"yes\"", "draw split -> 2");
            var events = call.events();
            session.goBackTo(2);
            call.await(state -> state.generation() == 1 && state.phase() == Phase.STOPPED);
            assertThat(events).startsWith(call.events().toArray(String[]::new));
        }
    }

    @Test
    void aStubSetsTheClock() {
        try (TestCalls call = TestCalls.to("main", CHANCE).stubs("clock open -> 2026-03-02 12:00\ndraw * -> 1")) {
            call.setup = CallSetup.of("main", TestCalls.MONDAY.minusDays(1));
            call.start();
            call.awaitEnd();
            assertThat(call.way()).containsExactly("main/open", ".open", "main/split", ".old", "main/bye");
        }
    }

    @Test
    void explainsStubsThatAreNone() {
        assertThat(StubText.read("dial office -> bussy").problem()).isNotEmpty();
        assertThat(StubText.read("\n\ndial").line()).isEqualTo(3);
        assertThatThrownBy(() -> StubText.answer(WorldKind.QUEUE, "nonsense"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("nonsense");
        for (WorldKind kind : WorldKind.values()) {
            for (String example : kind.examples()) {
                assertThat(WorldKind.of(StubText.answer(kind, example))).isEqualTo(kind);
                assertThat(StubText.answer(kind, StubText.write(StubText.answer(kind, example))))
                        .isEqualTo(StubText.answer(kind, example));
            }
        }
        assertThatThrownBy(() -> AllowedHosts.of(Map.of("shop", "not an address")))
                .hasMessageContaining("https://");
    }
}
