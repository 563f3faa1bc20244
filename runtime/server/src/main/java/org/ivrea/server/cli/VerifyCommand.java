package org.ivrea.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonWriter;
import org.ivrea.flow.pack.PackageLimits;
import org.ivrea.flow.pack.PackageManifest;
import org.ivrea.flow.pack.PackageReader;
import org.ivrea.flow.pack.PackageRefused;
import org.ivrea.server.cli.console.CliFailure;
import org.ivrea.server.cli.console.Count;
import org.ivrea.server.cli.console.ExitCode;
import org.ivrea.server.cli.console.Style;
import org.ivrea.server.cli.pack.KeyFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `ivrea verify`.
@Command(name = "verify", sortOptions = false, description = "Verify a package: its form, its content and who signed it.")
final class VerifyCommand implements Callable<Integer> {
    @ParentCommand private Ivrea ivrea;

    @Parameters(paramLabel = "PACKAGE", description = "The package's file.") private Path file;

    @Option(names = "--trusted", paramLabel = "FILE", required = true, description = "The keys to trust, a line each, as \"ivrea keys show\" prints them.") private Path trusted = Path
            .of("");

    @Option(names = "--json", description = "Report as JSON.") private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = ivrea.console().out();
        try {
            PackageReader.Verified verified = PackageReader.verify(file, KeyFiles.trusted(trusted),
                    PackageLimits.DEFAULT);
            PackageManifest manifest = verified.manifest();
            if (json) {
                out.print(JsonWriter.canonical(Json.obj("verified", Json.of(true), "name", Json.of(manifest.name()),
                        "version", Json.of(manifest.version())).with("files", Json.of(manifest.entries().size()))
                        .with("modules", Json.arr(manifest.modules().stream().map(Json::of).toList()))
                        .with("key", Json.of(verified.signer().id())).with("sha256", Json.of(verified.sha256()))));
            } else {
                out.println(ivrea.style().good("Verified") + ": " + manifest.name() + " " + manifest.version() + ", "
                        + Count.of(manifest.entries().size(), "file") + ", signed by "
                        + Style.printable(verified.signer().toString()));
                out.println("SHA-256: " + verified.sha256());
            }
            return ExitCode.OK;
        } catch (PackageRefused refused) {
            if (refused.reason() == PackageRefused.Reason.UNREADABLE) {
                throw new CliFailure(refused.getMessage(), refused);
            }
            String reason = refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (json) {
                out.print(JsonWriter.canonical(Json.obj("verified", Json.of(false), "reason", Json.of(reason),
                        "message", Json.of(refused.getMessage()))));
            } else {
                ivrea.console().err().println(ivrea.style().error("Refused") + ": "
                        + Style.printable(refused.getMessage()) + " [" + reason + "]");
            }
            return ExitCode.FOUND;
        }
    }
}
