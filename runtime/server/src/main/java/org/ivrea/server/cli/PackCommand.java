package org.ivrea.server.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.compile.RequiredModules;
import org.ivrea.flow.document.NodeId;
import org.ivrea.flow.pack.PackageManifest;
import org.ivrea.flow.pack.ProjectPackage;
import org.ivrea.flow.pack.SigningKey;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.IoReason;
import org.ivrea.flow.project.Project;
import org.ivrea.server.cli.console.CliFailure;
import org.ivrea.server.cli.console.Count;
import org.ivrea.server.cli.console.ExitCode;
import org.ivrea.server.cli.pack.KeyFiles;
import org.ivrea.server.cli.pack.PassphraseOption;
import org.ivrea.server.cli.project.OpenProject;
import org.ivrea.server.cli.project.ProblemText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `ivrea pack`.
@Command(name = "pack", sortOptions = false, description = "Pack a project into one signed file, as servers take it.")
final class PackCommand implements Callable<Integer> {
    @ParentCommand private Ivrea ivrea;

    @Mixin private ProjectOption project;

    @Option(names = "--release", paramLabel = "VERSION", required = true, description = "The version of the project that this is, such as 1.2.0.") private String release = "";

    @Option(names = "--key", paramLabel = "FILE", required = true, description = "Sign with this key; \"ivrea keys new\" makes one.") private Path key = Path
            .of("");

    @Mixin private PassphraseOption passphrase;

    @Option(names = "--name", paramLabel = "NAME", description = "The project's name on servers (default: after the project's own name).") private @Nullable String name;

    @Option(names = {"-o",
            "--output"}, paramLabel = "FILE", description = "The package's file (default: NAME-VERSION.ivrea).") private @Nullable Path output;

    @Override
    public Integer call() {
        OpenProject open = project.open();
        List<Problem> errors = open.problems().stream().filter(Problem::isError).toList();
        Project opened = open.project();
        CompiledProject compiled = open.compiled();
        if (opened == null || compiled == null || !errors.isEmpty()) {
            new ProblemText(open.folder(), ivrea.style()).print(errors, ivrea.console().err());
            ivrea.console().err().println(ivrea.style().error("Not packed") + ": " + ProblemText.summary(errors)
                    + "; a project with errors cannot run");
            return ExitCode.FOUND;
        }
        String chosen = name == null ? NodeId.from(opened.settings().name()) : name;
        SigningKey signing = KeyFiles.unlock(key, passphrase.read(ivrea.console(), false));
        try {
            Path file = output == null ? Path.of(chosen + "-" + release + PackageManifest.SUFFIX) : output;
            List<String> modules = List.copyOf(RequiredModules.of(compiled));
            PackageManifest manifest = write(new ProjectPackage(opened, open.codec()), chosen, modules, signing, file);
            ivrea.console().out().println("Packed " + Count.of(manifest.entries().size(), "file") + " into " + file
                    + " (" + Files.size(file) + " bytes), signed by " + signing.signer());
            return ExitCode.OK;
        } catch (IOException e) {
            throw new CliFailure("The project cannot be packed: " + IoReason.of(e), e);
        } catch (IllegalArgumentException e) {
            throw new CliFailure(String.valueOf(e.getMessage()), e);
        }
    }

    /// In one step: nobody finds half a package.
    private PackageManifest write(ProjectPackage content, String chosen, List<String> modules, SigningKey signing,
            Path file) throws IOException {
        Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
        try {
            PackageManifest manifest;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
                manifest = content.write(chosen, release, modules, signing, out);
            }
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
