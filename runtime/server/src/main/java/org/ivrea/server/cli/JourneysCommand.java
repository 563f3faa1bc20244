package org.ivrea.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonWriter;
import org.ivrea.server.cli.console.CliFailure;
import org.ivrea.server.cli.console.ExitCode;
import org.ivrea.server.cli.console.Style;
import org.ivrea.server.cli.serve.ConfigurationOption;
import org.ivrea.server.config.ServerConfiguration.Journeys;
import org.ivrea.server.journey.JourneyCsv;
import org.ivrea.server.journey.JourneyFilter;
import org.ivrea.server.journey.JourneyFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `ivrea journeys`.
@Command(name = "journeys", sortOptions = false, description = "What became of calls: list and export them, get a trace that the designer replays.", subcommands = {
        JourneysCommand.Listing.class, JourneysCommand.Export.class,
        JourneysCommand.Trace.class}, synopsisSubcommandLabel = "COMMAND")
final class JourneysCommand {
    private static final int PAGE = 1_000;

    @ParentCommand private Ivrea ivrea;

    PrintWriter out() {
        return ivrea.console().out();
    }

    /// Where the journeys are.
    static final class Place {
        @Mixin private ConfigurationOption configuration = new ConfigurationOption();

        @Option(names = "--folder", paramLabel = "FOLDER", description = "The journeys' folder; without it, the one that the configuration names.") private @Nullable Path folder;

        JourneyFolder open() {
            if (folder != null) {
                if (!Files.isDirectory(folder)) {
                    throw new CliFailure("There is no folder " + folder);
                }
                return new JourneyFolder(folder);
            }
            Journeys journeys = configuration.read().journeys();
            if (journeys == null) {
                throw new CliFailure(
                        configuration.file() + " has no \"journeys\", so none are kept; add it, or name the "
                                + "folder with --folder");
            }
            return new JourneyFolder(journeys.folder());
        }
    }

    /// Which ones.
    static final class Choice {
        @Option(names = "--project", paramLabel = "NAME", description = "Of this project only.") private @Nullable String project;

        @Option(names = "--since", paramLabel = "TIME", description = "Begun at this time or later: 2026-03-02 or 2026-03-02T10:00:00Z.") private @Nullable String since;

        @Option(names = "--until", paramLabel = "TIME", description = "Begun before this time.") private @Nullable String until;

        @Option(names = "--outcome", paramLabel = "OUTCOME", description = "Ended so: completed, hung-up, transferred, failed.") private @Nullable String outcome;

        JourneyFilter filter() {
            return new JourneyFilter(project, time(since), time(until), outcome);
        }

        private static @Nullable Instant time(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return text.contains("T")
                        ? Instant.parse(text)
                        : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            } catch (DateTimeException e) {
                throw new CliFailure("\"" + text + "\" is no time; write 2026-03-02, or 2026-03-02T10:00:00Z", e);
            }
        }
    }

    /// `ivrea journeys list`.
    @Command(name = "list", sortOptions = false, description = "List calls, the newest first.")
    static final class Listing implements Callable<Integer> {
        @ParentCommand private JourneysCommand journeys;

        @Mixin private Place place = new Place();

        @Mixin private Choice choice = new Choice();

        @Option(names = "--limit", paramLabel = "NUMBER", description = "How many at most (default: ${DEFAULT-VALUE}).", defaultValue = "20") private int limit;

        @Option(names = "--json", description = "Report as JSON.") private boolean json;

        @Override
        public Integer call() {
            try {
                JourneyFolder.Page page = place.open().page(choice.filter(), Math.max(1, limit), null);
                if (json) {
                    journeys.out().print(JsonWriter.canonical(Json.obj("journeys", Json.arr(page.journeys()))));
                } else {
                    page.journeys().forEach(journey -> journeys.out().println(line(journey)));
                }
                return ExitCode.OK;
            } catch (IOException e) {
                throw unreadable(e);
            }
        }

        private static String line(Json.Obj journey) {
            return Style.printable(String.join("  ", text(journey, "startedAt"), text(journey, "id"),
                    text(journey, "project") + " " + text(journey, "version"), text(journey, "caller") + " > "
                            + text(journey, "called"),
                    text(journey, "durationMs") + " ms", text(journey, "outcome")));
        }

        private static String text(Json.Obj journey, String name) {
            Json value = journey.get(name);
            return value == null ? "" : value.asText() == null ? value.toString() : String.valueOf(value.asText());
        }
    }

    /// `ivrea journeys export`.
    @Command(name = "export", sortOptions = false, description = "Write calls as a table (CSV), the newest first.")
    static final class Export implements Callable<Integer> {
        @ParentCommand private JourneysCommand journeys;

        @Mixin private Place place = new Place();

        @Mixin private Choice choice = new Choice();

        @Option(names = {"-o",
                "--output"}, paramLabel = "FILE", description = "The table's file; without it, the standard output.") private @Nullable Path output;

        @Override
        public Integer call() {
            JourneyFolder folder = place.open();
            try {
                if (output == null) {
                    write(folder, journeys.out());
                } else {
                    try (Writer writer = Files.newBufferedWriter(output)) {
                        write(folder, writer);
                    }
                }
                return ExitCode.OK;
            } catch (IOException e) {
                throw unreadable(e);
            }
        }

        private void write(JourneyFolder folder, Writer writer) throws IOException {
            writer.write(JourneyCsv.HEADER);
            JourneyFilter filter = choice.filter();
            String after = null;
            do {
                JourneyFolder.Page page = folder.page(filter, PAGE, after);
                for (Json.Obj journey : page.journeys()) {
                    writer.write(JourneyCsv.row(journey));
                }
                after = page.next();
            } while (after != null);
            writer.flush();
        }
    }

    /// `ivrea journeys trace`.
    @Command(name = "trace", sortOptions = false, description = "Print the trace of a call, a JSON object a line, as the designer replays it.")
    static final class Trace implements Callable<Integer> {
        @ParentCommand private JourneysCommand journeys;

        @Mixin private Place place = new Place();

        @Parameters(paramLabel = "CALL", description = "The call's identifier.") private String call = "";

        @Override
        public Integer call() {
            try {
                String trace = place.open().trace(call);
                if (trace == null) {
                    throw new CliFailure("No journey of a call \"" + call + "\" is kept; \"ivrea journeys list\" lists "
                            + "those that are");
                }
                journeys.out().print(trace);
                return ExitCode.OK;
            } catch (IOException e) {
                throw unreadable(e);
            }
        }
    }

    private static CliFailure unreadable(IOException e) {
        return new CliFailure("The journeys cannot be read, or the table cannot be written: " + e, e);
    }
}
