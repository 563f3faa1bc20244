package org.ivrea.designer.simulation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.function.Predicate;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.run.Limits;
import org.ivrea.engine.simulation.EstimatedLengths;
import org.ivrea.engine.simulation.RecordedLengths;
import org.ivrea.engine.simulation.WallTime;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson.Timed;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.codec.Loaded;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectDocument;
import org.ivrea.flow.project.ProjectFolder;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/// A call on a wall whose clock stands: time passes only by skipping.
final class TestCalls implements AutoCloseable {
    static final NodeRegistry REGISTRY = NodeRegistry.load();
    static final Path SAMPLES = Path.of("..", "flows-samples");
    static final ZonedDateTime MONDAY = ZonedDateTime.of(2026, 3, 2, 10, 0, 0, 0, ZoneId.of("Europe/Berlin"));

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final WallTime FROZEN = new WallTime() {
        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public void await(Condition changed, long nanos) throws InterruptedException {
            changed.await();
        }
    };

    final CompiledProject project;
    private final Object news = new Object();
    CallSetup setup;
    WorldSettings world = WorldSettings.USUAL;
    List<Breakpoint> breakpoints = List.of();
    WallTime wall = FROZEN;
    private CallSession session;

    private TestCalls(CompiledProject project) {
        this.project = project;
        this.setup = CallSetup.of(Objects.requireNonNull(project.project().settings().main()), MONDAY);
        this.session = made();
    }

    /// Something that must be there.
    static <T> T there(@Nullable T something) {
        return Objects.requireNonNull(something);
    }

    static CompiledProject sample(String name) {
        var loaded = ProjectFolder.load(SAMPLES.resolve(name), new FlowCodec(REGISTRY, JsonLimits.DEFAULT));
        return CompiledProject.compile(Objects.requireNonNull(loaded.value()), REGISTRY);
    }

    static TestCalls toSample(String name) {
        return new TestCalls(sample(name));
    }

    /// @param flows name and content without format version and name, in turn; the first one answers
    static TestCalls to(String... flows) {
        Map<String, FlowDocument> documents = new TreeMap<>();
        for (int i = 0; i < flows.length; i += 2) {
            String json = flows[i + 1].replaceFirst("\\{",
                    "{ \"formatVersion\": 1, \"name\": \"" + flows[i] + "\",");
            Loaded<FlowDocument> loaded = new FlowCodec(REGISTRY, JsonLimits.DEFAULT)
                    .read(json.getBytes(StandardCharsets.UTF_8), "flows/" + flows[i] + ".flow.json");
            assertThat(loaded.problems()).isEmpty();
            documents.put(flows[i], Objects.requireNonNull(loaded.value()));
        }
        return new TestCalls(CompiledProject.compile(Project.of(ProjectDocument.empty("Test").withMain(flows[0]),
                new TreeMap<>(documents)), REGISTRY));
    }

    TestCalls stubs(String lines) {
        StubText.Read read = StubText.read(lines);
        assertThat(read.problem()).isEmpty();
        world = world.withStubs(read.stubs());
        return this;
    }

    TestCalls asking(WorldKind... kinds) {
        for (WorldKind kind : kinds) {
            world = world.withPolicy(kind, AnswerPolicy.ASK);
        }
        return this;
    }

    TestCalls breakingAt(Breakpoint... places) {
        breakpoints = List.of(places);
        return this;
    }

    private CallSession made() {
        Executor direct = Runnable::run;
        var lengths = project.project().root() == null
                ? EstimatedLengths.INSTANCE
                : new RecordedLengths(project.project().prompts());
        return new CallSession(project, setup, world, breakpoints,
                new CallSession.Surroundings(lengths, CallEars.DEAF, direct, Limits.DEFAULT), _ -> {
                    synchronized (news) {
                        news.notifyAll();
                    }
                }, wall);
    }

    CallSession start() {
        session = made();
        session.start();
        return session;
    }

    CallState await(Predicate<CallState> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (news) {
            while (!wanted.test(session.state())) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                assertThat(left).as("waited in vain; state is " + session.state()).isPositive();
                try {
                    news.wait(left);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            return session.state();
        }
    }

    /// Skips until it is the caller's turn, or the call stops or ends.
    CallState skip() {
        CallState before = session.state();
        session.skipToCaller();
        return await(state -> state.phase() == CallState.Phase.ENDED || (state != before || !before.isHalted())
                && (state.phase() == CallState.Phase.STOPPED || state.phase() == CallState.Phase.ASKING
                        || state.phase() == CallState.Phase.HELD));
    }

    /// Presses keys when it is the caller's turn, and goes on to the next turn.
    CallState type(String keys) {
        skipUnlessHeld();
        int typed = count(TraceEvent.KeyPressed.class) + keys.length();
        session.paste(keys);
        await(state -> count(TraceEvent.KeyPressed.class) >= typed || !state.isUp());
        return skip();
    }

    private void skipUnlessHeld() {
        if (session.state().phase() != CallState.Phase.HELD) {
            skip();
        }
    }

    CallState awaitEnd() {
        return await(state -> state.phase() == CallState.Phase.ENDED);
    }

    CallState awaitStop() {
        return await(state -> state.phase() == CallState.Phase.STOPPED);
    }

    CallState awaitStopAt(String place) {
        return await(state -> state.phase() == CallState.Phase.STOPPED && !state.frames().isEmpty()
                && (state.frames().getLast().flow() + "/" + state.frames().getLast().node()).equals(place));
    }

    int count(Class<? extends TraceEvent> type) {
        return (int) session.events(0).stream().filter(timed -> type.isInstance(timed.event())).count();
    }

    List<String> way() {
        return way(session.events(0));
    }

    static List<String> way(List<Timed> events) {
        List<String> way = new ArrayList<>();
        for (Timed timed : events) {
            if (timed.event() instanceof TraceEvent.NodeEntered entered) {
                way.add(entered.flow() + "/" + entered.node());
            } else if (timed.event() instanceof TraceEvent.ExitTaken taken) {
                way.add("." + taken.exit());
            }
        }
        return way;
    }

    List<String> events() {
        return session.events(0).stream().map(Timed::toString).toList();
    }

    CallSession session() {
        return session;
    }

    @Override
    public void close() {
        session.close();
    }
}
