package org.ivrea.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.ivrea.server.cli.console.CliFailure;
import org.ivrea.server.cli.console.ExitCode;
import org.ivrea.server.cli.serve.ConfigurationOption;
import org.ivrea.server.config.ServerConfiguration;
import org.ivrea.server.config.ServerConfiguration.Admin;
import org.ivrea.server.host.RunningServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `ivrea serve`.
@Command(name = "serve", sortOptions = false, description = "Run a server without a switch: its store, its admin interface, and simulated calls.")
final class ServeCommand implements Callable<Integer> {
    @ParentCommand private Ivrea ivrea;

    @Mixin private ConfigurationOption configuration = new ConfigurationOption();

    @Option(names = "--check", description = "Only see whether the configuration is right.") private boolean check;

    @Override
    public Integer call() {
        PrintWriter err = ivrea.console().err();
        ServerConfiguration read = configuration.read();
        if (check) {
            err.println(configuration.file() + " is right");
            return ExitCode.OK;
        }
        var stop = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        Thread hook = Thread.ofPlatform().unstarted(() -> {
            stop.countDown();
            await(stopped);
        });
        try (RunningServer server = new RunningServer(read, err)) {
            Runtime.getRuntime().addShutdownHook(hook);
            Admin admin = read.admin();
            err.println("Serving " + read.store() + (admin == null
                    ? ", without an admin interface"
                    : "; admin interface on " + (admin.tls() == null ? "http://" : "https://") + admin.host() + ":"
                            + server.port()));
            err.flush();
            await(stop);
            err.println("Stopping");
        } catch (IOException e) {
            throw new CliFailure(String.valueOf(e.getMessage()), e);
        } finally {
            stopped.countDown();
        }
        return ExitCode.OK;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
