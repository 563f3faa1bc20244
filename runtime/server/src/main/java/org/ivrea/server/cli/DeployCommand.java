package org.ivrea.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.ivrea.deploy.remote.FileHash;
import org.ivrea.deploy.remote.Target;
import org.ivrea.deploy.remote.Targets;
import org.ivrea.deploy.rollout.PackedProject;
import org.ivrea.deploy.rollout.Rollout;
import org.ivrea.deploy.rollout.RolloutMode;
import org.ivrea.deploy.rollout.RolloutPlan;
import org.ivrea.deploy.rollout.RolloutResult;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.compile.RequiredModules;
import org.ivrea.flow.document.NodeId;
import org.ivrea.flow.pack.PackageManifest;
import org.ivrea.flow.pack.SignerKey;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.IoReason;
import org.ivrea.server.cli.console.CliFailure;
import org.ivrea.server.cli.console.ExitCode;
import org.ivrea.server.cli.console.Progress;
import org.ivrea.server.cli.deploy.Candidate;
import org.ivrea.server.cli.deploy.DryRun;
import org.ivrea.server.cli.deploy.RolloutProgress;
import org.ivrea.server.cli.deploy.RolloutReport;
import org.ivrea.server.cli.deploy.TargetOptions;
import org.ivrea.server.cli.pack.KeyFiles;
import org.ivrea.server.cli.pack.PassphraseOption;
import org.ivrea.server.cli.project.OpenProject;
import org.ivrea.server.cli.project.ProblemText;
import org.ivrea.server.cli.report.TestRun;
import org.ivrea.server.cli.report.TestText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `ivrea deploy`.
@Command(name = "deploy", sortOptions = false, description = "Check a project, run its call scripts, and have new calls on servers run it.")
final class DeployCommand implements Callable<Integer> {
    @ParentCommand private Ivrea ivrea;

    @Parameters(index = "0", arity = "0..1", paramLabel = "PACKAGE|PROJECT", defaultValue = ".", description = "The package's file, or the project's folder (default: the current one).") private Path given;

    @Mixin private TargetOptions where;

    @Option(names = "--release", paramLabel = "VERSION", description = "For a project: the version that this is, such as 1.2.0.") private @Nullable String release;

    @Option(names = "--key", paramLabel = "FILE", description = "For a project: sign with this key.") private @Nullable Path key;

    @Mixin private PassphraseOption passphrase;

    @Option(names = "--name", paramLabel = "NAME", description = "For a project: its name on servers (default: after the project's own name).") private @Nullable String name;

    @Option(names = "--as-many-as-possible", description = "Activate on each server as it is ready, whatever becomes of the others (default: on all of them or on none).") private boolean asManyAsPossible;

    @Option(names = "--allow-older", description = "Accept a version older than what ran on a server already.") private boolean allowOlder;

    @Option(names = "--parallel", paramLabel = "COUNT", defaultValue = "8", description = "How many servers are worked on at once (default: 8).") private int parallel = RolloutPlan.PARALLEL;

    @Option(names = "--dry-run", description = "Change nothing; say what each server would lack, and what would change there.") private boolean dryRun;

    @Option(names = "--json", description = "Report as JSON.") private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        List<Target> targets = where.required(ivrea.console().environment());
        if (parallel < 1) {
            throw new CliFailure("--parallel is 1 or more, not " + parallel);
        }
        try (Candidate candidate = Candidate.of(given)) {
            if (!isFine(candidate.open())) {
                ivrea.console().err().println(ivrea.style().error("Not deployed") + ": what is wrong with the project "
                        + "comes first");
                return ExitCode.FOUND;
            }
            return dryRun ? tryOut(candidate, targets) : deploy(candidate, targets);
        }
    }

    /// The checks and the call scripts, as `ivrea check` and `ivrea test` run them.
    private boolean isFine(OpenProject open) {
        List<Problem> errors = open.problems().stream().filter(Problem::isError).toList();
        CompiledProject compiled = open.compiled();
        if (compiled == null || !errors.isEmpty()) {
            new ProblemText(open.folder(), ivrea.style()).print(errors, ivrea.console().err());
            return false;
        }
        var progress = new Progress(ivrea.console(), "call scripts", open.scripts().size());
        TestRun run = TestRun.of(compiled, open.scripts(), false, progress::done);
        progress.clear();
        if (run.failed() > 0) {
            new TestText(ivrea.style(), ivrea.console().err()).print(run);
        }
        return run.failed() == 0;
    }

    private int tryOut(Candidate candidate, List<Target> targets) throws InterruptedException {
        CompiledProject compiled = Objects.requireNonNull(candidate.open().compiled());
        PackageManifest manifest = candidate.manifest();
        List<SignerKey> own = key == null ? List.of() : List.of(KeyFiles.signer(key));
        var trial = new DryRun(TargetOptions.clients(own), compiled, candidate.open().codec(),
                manifest == null ? chosenName(candidate) : manifest.name());
        List<DryRun.Found> found = trial.of(targets);
        if (json) {
            trial.json(found, ivrea.console());
        } else {
            trial.text(found, ivrea.console(), ivrea.style());
        }
        return found.stream().allMatch(DryRun.Found::isReady) ? ExitCode.OK : ExitCode.FOUND;
    }

    private int deploy(Candidate candidate, List<Target> targets) {
        PackageManifest manifest = candidate.manifest();
        if (manifest != null) {
            try {
                List<SignerKey> own = key == null ? List.of() : List.of(KeyFiles.signer(key));
                return rollOut(new PackedProject(given, FileHash.of(given), manifest), own, targets);
            } catch (IOException e) {
                throw new CliFailure("The package " + given + " cannot be read: " + IoReason.of(e), e);
            }
        }
        if (release == null || key == null) {
            throw new CliFailure("A project is packed before it is deployed; give --release VERSION and --key FILE, or "
                    + "the file of a package");
        }
        var signing = KeyFiles.unlock(key, passphrase.read(ivrea.console(), false));
        @Nullable Path file = null;
        try {
            file = Files.createTempFile("ivrea-deploy", PackageManifest.SUFFIX);
            CompiledProject compiled = Objects.requireNonNull(candidate.open().compiled());
            PackedProject packed = PackedProject.pack(candidate.project(), candidate.open().codec(),
                    chosenName(candidate), release, List.copyOf(RequiredModules.of(compiled)), signing, file);
            return rollOut(packed, List.of(signing.signer()), targets);
        } catch (IOException e) {
            throw new CliFailure("The project cannot be packed: " + IoReason.of(e), e);
        } catch (IllegalArgumentException e) {
            throw new CliFailure(String.valueOf(e.getMessage()), e);
        } finally {
            if (file != null) {
                file.toFile().delete();
            }
        }
    }

    private String chosenName(Candidate candidate) {
        return name == null ? NodeId.from(candidate.project().settings().name()) : name;
    }

    private int rollOut(PackedProject packed, List<SignerKey> own, List<Target> targets) {
        var plan = new RolloutPlan(packed.file(), packed.sha256(), packed.manifest().name(),
                packed.manifest().version(), targets,
                asManyAsPossible ? RolloutMode.AS_MANY_AS_POSSIBLE : RolloutMode.ALL_OR_NOTHING, allowOlder, parallel);
        var progress = new RolloutProgress(ivrea.console(), targets.size());
        Targets clients = TargetOptions.clients(own);
        var rollout = new Rollout(plan, clients, progress);
        Thread hook = new Thread(rollout::cancel, "cancel");
        Runtime.getRuntime().addShutdownHook(hook);
        RolloutResult result = rollout.run();
        remove(hook);
        progress.clear();
        if (json) {
            RolloutReport.json(result, ivrea.console());
        } else {
            RolloutReport.text(result, ivrea.console(), ivrea.style());
        }
        return result.isSuccess() ? ExitCode.OK : ExitCode.FOUND;
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            return; // The machine is told to end already, and the rollout with it.
        }
    }
}
