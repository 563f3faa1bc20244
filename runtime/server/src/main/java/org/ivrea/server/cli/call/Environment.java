package org.ivrea.server.cli.call;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ivrea.engine.http.HostPolicy;
import org.ivrea.engine.http.HttpEnvironment;
import org.ivrea.engine.http.HttpService;
import org.ivrea.flow.codec.ObjectReader;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.flow.json.Parsed;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.IoReason;
import org.ivrea.freeswitch.environment.EnvironmentFile;
import org.ivrea.server.cli.console.CliFailure;

/// What the names of services stand for, and what may be reached: the file of `--environment`.
///
/// @param services by name
record Environment(Map<String, HttpService> services, HostPolicy policy) {

    /// Reads the file, which may be the one of a server: what concerns the switch is passed over.
    ///
    /// @param variables of the process, for headers that name one
    /// @throws CliFailure when it cannot be read or says something wrong
    static Environment read(Path file, Map<String, String> variables) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CliFailure("The environment " + file + " cannot be read: " + IoReason.of(e), e);
        }
        Parsed parsed = JsonReader.read(bytes, JsonLimits.DEFAULT);
        if (parsed.value() instanceof Json.Obj object) {
            List<Problem> problems = new ArrayList<>();
            HttpEnvironment.refuseUnknown(new ObjectReader(object, JsonPointer.ROOT, problems::add),
                    EnvironmentFile.memberNames(), JsonPointer.ROOT, problems::add);
            HttpEnvironment read = HttpEnvironment.read(object, variables, problems::add);
            problems.stream().findFirst().ifPresent(problem -> {
                throw new CliFailure(problem.withFile(file.toString()).locatedIn(parsed.positions()).toString());
            });
            return new Environment(read.services(), read.policy());
        }
        throw new CliFailure(parsed.problems().isEmpty()
                ? file + " is no environment, which is a JSON object"
                : file + ":" + parsed.problems().getFirst().position() + ": "
                        + parsed.problems().getFirst().message());
    }
}
