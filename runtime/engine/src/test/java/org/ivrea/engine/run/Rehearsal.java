package org.ivrea.engine.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.simulation.AudioLengths;
import org.ivrea.engine.simulation.Caller;
import org.ivrea.engine.simulation.EstimatedLengths;
import org.ivrea.engine.simulation.SilentCaller;
import org.ivrea.engine.simulation.SimulatedCall;
import org.ivrea.engine.simulation.Simulation;
import org.ivrea.engine.simulation.World;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.codec.Loaded;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectDocument;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/// Flows written as JSON, called in a simulation.
public final class Rehearsal {
    public static final NodeRegistry REGISTRY = NodeRegistry.load();

    private final NodeRegistry registry;
    private final TreeMap<String, FlowDocument> flows = new TreeMap<>();
    public final List<TraceJson.Timed> trace = new ArrayList<>();
    Limits limits = Limits.DEFAULT;
    World world = World.plain();
    private List<Operation.HttpExchange> requests = List.of();
    private final List<Operation<?>> asked = new ArrayList<>();
    private AudioLengths lengths = EstimatedLengths.INSTANCE;
    private Caller caller = SilentCaller.INSTANCE;
    private @Nullable String timeZone;
    private boolean hangsUp;
    private String hangsUpAt = "";

    private Rehearsal(NodeRegistry registry) {
        this.registry = registry;
    }

    /// @param json the flow without its format version and name
    public static Rehearsal of(String json) {
        return with(REGISTRY, json);
    }

    /// A flow that knows these node types only.
    public static Rehearsal with(NodeRegistry registry, String json) {
        return new Rehearsal(registry).with("main", json);
    }

    public Rehearsal with(String name, String json) {
        String file = json.replaceFirst("\\{", "{ \"formatVersion\": 1, \"name\": \"" + name + "\",");
        Loaded<FlowDocument> loaded = new FlowCodec(registry, JsonLimits.DEFAULT)
                .read(file.getBytes(StandardCharsets.UTF_8), "flows/" + name + ".flow.json");
        assertThat(loaded.problems().stream().map(Problem::toString)).isEmpty();
        flows.put(name, Objects.requireNonNull(loaded.value()));
        return this;
    }

    public Rehearsal with(Limits newLimits) {
        limits = newLimits;
        return this;
    }

    public Rehearsal with(World newWorld) {
        world = newWorld;
        return this;
    }

    /// Has everything play as long as the lengths say, to a caller who acts.
    public Rehearsal with(AudioLengths newLengths, Caller newCaller) {
        lengths = newLengths;
        caller = newCaller;
        return this;
    }

    public Rehearsal inTimeZone(String zone) {
        timeZone = zone;
        return this;
    }

    /// Has the caller hang up as soon as the node is entered.
    public Rehearsal hangingUpAt(String node) {
        hangsUp = true;
        hangsUpAt = node;
        return this;
    }

    public CompiledProject compiled() {
        return CompiledProject.compile(
                Project.of(ProjectDocument.empty("Test").withMain("main").withTimeZone(timeZone), flows), registry);
    }

    public CallOutcome call() {
        return call(Map.of());
    }

    public CallOutcome call(Map<String, Object> inputs) {
        CompiledProject project = compiled();
        assertThat(project.problems().stream().filter(Problem::isError).map(Problem::toString)).isEmpty();
        trace.clear();
        asked.clear();
        var call = new SimulatedCall(Simulation.of(world, lengths).withCaller(caller)
                .withAnswerer((operation, _) -> {
                    asked.add(operation);
                    return null;
                }));
        CallOutcome outcome = new FlowRunner(project, limits).run("main", inputs, call, call.observing((at, event) -> {
            trace.add(new TraceJson.Timed(at, event));
            if (hangsUp && event instanceof TraceEvent.NodeEntered entered && entered.node().equals(hangsUpAt)) {
                call.hangUp();
            }
        }));
        requests = call.requests();
        return outcome;
    }

    /// The requests of the last call.
    public List<Operation.HttpExchange> requests() {
        return requests;
    }

    /// What the flow asked of the world in the last call and no stub answered, of one kind.
    public <O extends Operation<?>> List<O> asked(Class<O> type) {
        return asked.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /// The nodes that were entered, as `main/menu`, in order.
    public List<String> path() {
        return events(TraceEvent.NodeEntered.class).stream().map(node -> node.flow() + "/" + node.node()).toList();
    }

    public <E extends TraceEvent> List<E> events(Class<E> type) {
        return trace.stream().map(TraceJson.Timed::event).filter(type::isInstance).map(type::cast).toList();
    }

    public List<String> heard() {
        return events(TraceEvent.PromptStarted.class).stream().map(TraceEvent.PromptStarted::text).toList();
    }

    static CallEnd byFlow() {
        return new CallEnd(CallEnd.NORMAL, CallEnd.Side.FLOW);
    }
}
