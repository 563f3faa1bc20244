package org.ivrea.server.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.ivrea.deploy.store.Activation;
import org.ivrea.deploy.store.FlowStore;
import org.ivrea.deploy.store.PackageUse;
import org.ivrea.deploy.store.StoreFailure;
import org.ivrea.deploy.store.StoreOptions;
import org.ivrea.deploy.store.StoreState;
import org.ivrea.deploy.store.StoredPackage;
import org.ivrea.engine.compile.RequiredModules;
import org.ivrea.flow.problem.Problem;
import org.ivrea.freeswitch.environment.Environment;
import org.ivrea.freeswitch.environment.EnvironmentFile;
import org.ivrea.freeswitch.extension.CallObserver;
import org.ivrea.freeswitch.extension.Control;
import org.ivrea.freeswitch.extension.Control.Level;
import org.ivrea.freeswitch.extension.Extension;
import org.ivrea.freeswitch.extension.ObservedCall;
import org.ivrea.freeswitch.extension.Supply;
import org.ivrea.freeswitch.flows.FlowSet;
import org.ivrea.freeswitch.flows.LoadedProject;
import org.ivrea.freeswitch.flows.ProjectLoader;
import org.ivrea.server.config.ServerConfiguration;
import org.ivrea.server.journey.JourneyRecorder;
import org.ivrea.server.journey.JourneyWriter;
import org.ivrea.server.metrics.MeteredCall;
import org.ivrea.server.metrics.ServerMetrics;
import org.jspecify.annotations.Nullable;

/// A server: its store, what runs of it, and what is known of its calls. The same inside the switch and on its own.
public final class IvreaServer implements Extension {
    private final ServerConfiguration configuration;
    private final Control control;
    private final FlowStore store;
    private final Prepared prepared;
    private final Fitness fitness = new Fitness(this);
    private final ServerMetrics metrics = new ServerMetrics();
    private final LiveCalls live = new LiveCalls();
    private final InstantSource clock = InstantSource.system();
    private final @Nullable JourneyWriter journeys;
    private final AtomicLong loadings = new AtomicLong();
    private final Watch watch;
    private volatile @Nullable FlowVersion newest;
    private volatile String trouble = "the flows are not loaded yet";

    /// @throws IOException with a message for people when the server cannot begin
    public IvreaServer(ServerConfiguration configuration, ProjectLoader loader, Control control) throws IOException {
        this.configuration = configuration;
        this.control = control;
        var keys = new TrustedKeys(configuration.trustedKeys());
        keys.read();
        var options = new StoreOptions(keys, configuration.limits(), configuration.keep(), clock);
        try {
            store = FlowStore.open(configuration.store(), options);
        } catch (StoreFailure e) {
            throw new IOException(e.getMessage(), e);
        }
        prepared = new Prepared(store, loader);
        ServerConfiguration.Journeys kept = configuration.journeys();
        journeys = kept == null ? null : new JourneyWriter(kept, clock, text -> control.log(Level.WARNING, text));
        ServerNumbers.register(metrics, this);
        watch = new Watch(this);
    }

    public ServerConfiguration configuration() {
        return configuration;
    }

    public FlowStore store() {
        return store;
    }

    public ServerMetrics metrics() {
        return metrics;
    }

    public LiveCalls live() {
        return live;
    }

    /// `null` where none are kept.
    public @Nullable JourneyWriter journeys() {
        return journeys;
    }

    /// What bindings there are now.
    public Environment environment() {
        FlowVersion now = newest;
        return now == null ? Environment.empty() : now.environment();
    }

    /// The generation of the store that new calls run; 0 before any.
    public long generation() {
        FlowVersion now = newest;
        return now == null ? 0 : now.generation();
    }

    /// Why calls do not get what they should, for people; empty when all is well.
    public String trouble() {
        return trouble;
    }

    /// Forgets the numbers of versions that the store has no more: until then there may be calls in them.
    void tidyMetrics() throws StoreFailure {
        Set<List<String>> there = store.list().stream().map(stored -> List.of(stored.name(), stored.version()))
                .collect(Collectors.toSet());
        metrics.retain((project, version) -> there.contains(List.of(project, version)));
    }

    /// The modules that the switch has loaded now; `null` where that is not known.
    public @Nullable SortedSet<String> modules() {
        return control.modules();
    }

    /// Those of the modules that are not loaded; none where that is not known.
    List<String> missingModules(Collection<String> needed) {
        SortedSet<String> loaded = modules();
        return loaded == null ? List.of() : List.copyOf(RequiredModules.missing(needed, loaded));
    }

    /// What the package needs of the switch.
    public SortedSet<String> neededModules(StoredPackage stored) throws StoreFailure {
        return Fitness.needs(stored, prepared.of(stored).runner());
    }

    /// What callers do not get although it runs, for people; empty when all is well.
    public List<String> warnings() {
        FlowVersion now = newest;
        return now == null ? List.of() : Fitness.warnings(now, this);
    }

    /// Writes to the log.
    public void log(Level level, String text) {
        control.log(level, text);
    }

    @Override
    public synchronized Supply load() throws IOException {
        try {
            FlowVersion version = read();
            newest = version;
            trouble = "";
            watch.begin();
            return new Supply(version.flows(), version.environment(), version.uses()::leave);
        } catch (IOException e) {
            trouble = String.valueOf(e.getMessage());
            throw e;
        } catch (StoreFailure e) {
            trouble = e.getMessage();
            throw new IOException(e.getMessage(), e);
        }
    }

    private FlowVersion read() throws IOException, StoreFailure {
        Environment environment = readEnvironment();
        StoreState state = store.state();
        var projects = new TreeMap<String, LoadedProject>();
        var modules = new TreeMap<String, SortedSet<String>>();
        List<PackageUse> uses = new ArrayList<>();
        try {
            for (StoreState.Active active : state.projects().values()) {
                uses.add(store.use(active.sha256()));
                StoredPackage stored = store.find(active.sha256());
                if (stored != null) {
                    LoadedProject project = prepared.of(stored);
                    projects.put(stored.name(), project);
                    modules.put(Fitness.name(stored), Fitness.needs(stored, project.runner()));
                }
            }
        } catch (StoreFailure | RuntimeException e) {
            uses.forEach(PackageUse::close);
            throw e;
        }
        return FlowVersion.of(loadings.incrementAndGet(), state.generation(), new FlowSet(projects), modules,
                environment, uses);
    }

    private Environment readEnvironment() throws IOException {
        Path file = configuration.environment();
        if (file == null) {
            return Environment.empty();
        }
        EnvironmentFile.Result read = EnvironmentFile.read(file, System.getenv());
        if (read.environment() == null) {
            throw new IOException(String.join("\n", read.problems().stream().map(Problem::toString).toList()));
        }
        return read.environment();
    }

    /// Has new calls get what the store says now.
    ///
    /// @return why all is as it was; `null` when it went well
    public @Nullable String reload() {
        String problem = control.reload();
        if (problem != null) {
            control.log(Level.ERROR, problem);
        }
        return problem;
    }

    @Override
    public @Nullable String route(String called) {
        return configuration.route(called);
    }

    @Override
    public CallObserver begins(ObservedCall call) {
        List<CallObserver> observers = new ArrayList<>();
        observers.add(live.begins(call, clock.instant()));
        observers.add(new MeteredCall(metrics, call));
        if (journeys != null) {
            observers.add(new JourneyRecorder(call, clock.instant(), journeys));
        }
        return new WatchedCall(observers,
                fault -> control.log(Level.ERROR, "A fault in the server while it watched the "
                        + "call " + call.info().id() + ": " + fault));
    }

    /// A project of the store, ready for calls, with what is wrong with it.
    public LoadedProject prepared(StoredPackage stored) throws StoreFailure {
        return prepared.of(stored);
    }

    /// Has the packages run, once they are ready for calls: when this returns, new calls get them.
    public Activation activate(List<String> packages, String by, @Nullable Long expectedGeneration, boolean allowOlder)
            throws StoreFailure, Refusal {
        for (String sha256 : packages) {
            StoredPackage stored = store.find(sha256);
            if (stored != null) {
                fitness.demand(stored);
            }
        }
        return visible(store.activate(packages, by, expectedGeneration, allowOlder));
    }

    /// Has a package run again: see [FlowStore#rollback].
    public Activation rollback(String project, @Nullable String to, String by, @Nullable Long expectedGeneration)
            throws StoreFailure, Refusal {
        String target = to == null ? store.previous(project) : to;
        StoredPackage stored = target == null ? null : store.find(target);
        if (stored != null) {
            fitness.demandForRollback(stored);
        }
        return visible(store.rollback(project, to, by, expectedGeneration));
    }

    /// Has no package of a project run any more: see [FlowStore#deactivate]. Calls in progress go on.
    public Activation deactivate(String project, String by, @Nullable Long expectedGeneration) throws StoreFailure {
        return visible(store.deactivate(project, by, expectedGeneration));
    }

    private Activation visible(Activation made) {
        if (made.generation() != generation()) {
            reload();
        }
        return made;
    }

    /// Has a call script call a flow that runs now.
    ///
    /// @param flow  as the dialplan would name it
    /// @param speed 1 for real time; `null` to take no time at all
    /// @throws IllegalArgumentException with a message for people when there is no such flow, or the script is none
    public SimulatedRun simulate(String flow, String script, @Nullable Double speed) {
        while (true) {
            FlowVersion version = newest;
            if (version == null) {
                throw new IllegalArgumentException("No flow answers: " + trouble);
            }
            if (version.uses().enter()) {
                try {
                    return new SimulatedCalls(this).run(version, flow, script, speed);
                } finally {
                    version.uses().leave();
                }
            }
        }
    }

    /// The environment file changed since, or somebody else changed what runs.
    static long stamp(@Nullable Path file) throws IOException {
        return file == null || !Files.exists(file) ? 0 : Files.getLastModifiedTime(file).toMillis();
    }

    @Override
    public void close() {
        watch.close();
        if (journeys != null) {
            journeys.close();
        }
    }
}
