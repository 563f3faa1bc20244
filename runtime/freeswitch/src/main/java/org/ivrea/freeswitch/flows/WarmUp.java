package org.ivrea.freeswitch.flows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.run.FlowRunner;
import org.ivrea.engine.run.Limits;
import org.ivrea.engine.simulation.EstimatedLengths;
import org.ivrea.engine.simulation.SimulatedCall;
import org.ivrea.engine.simulation.Simulation;
import org.ivrea.engine.simulation.World;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.engine.trace.TraceSink;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectDocument;

/// Has a flow of our own answer simulated calls, so that the first real caller does not wait for classes to be loaded
/// and compiled. The operator's flows are not for that: their node types may do anything.
final class WarmUp {
    private static final String FLOW = "warm-up";
    private static final int CALLS = 50;

    private WarmUp() {}

    static void run(NodeRegistry registry, FlowCodec codec) {
        var flows = new TreeMap<>(Map.of(FLOW, Objects.requireNonNull(codec.read(flow(), FLOW).value())));
        var project = Project.of(ProjectDocument.empty(FLOW).withMain(FLOW), flows);
        var runner = new FlowRunner(CompiledProject.compile(project, registry), Limits.DEFAULT);
        for (int i = 0; i < CALLS; i++) {
            runner.run(FLOW, Map.of(), new SimulatedCall(Simulation.of(World.plain(), EstimatedLengths.INSTANCE)),
                    TraceSink.NONE);
        }
    }

    private static byte[] flow() {
        try (InputStream file = Objects.requireNonNull(WarmUp.class.getResourceAsStream(FLOW + ".flow.json"))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
