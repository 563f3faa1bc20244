package org.ivrea.engine.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ivrea.flow.codec.ObjectReader;
import org.ivrea.flow.codec.ProblemCodes;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// A value of the environment file that may be secret: text, `{"env": "VARIABLE"}` for what the process's environment
/// holds, or `{"file": "PATH"}` for what a file holds, without the line break at its end.
public final class SecretText {
    private static final String VARIABLE = "env";
    private static final String FILE = "file";
    private static final List<String> MEMBERS = List.of(VARIABLE, FILE);
    private static final int LONGEST = 64 << 10;

    private final Map<String, String> variables;
    private final Consumer<Problem> problems;

    /// @param variables of the process
    public SecretText(Map<String, String> variables, Consumer<Problem> problems) {
        this.variables = variables;
        this.problems = problems;
    }

    /// @param name of the value, for messages
    /// @return empty, and reported, when there is none
    public String read(String name, @Nullable Json value, JsonPointer at) {
        if (value instanceof Json.Str(String text)) {
            return text;
        }
        if (value instanceof Json.Obj object && object.members().size() == 1) {
            var reader = new ObjectReader(object, at, problems);
            HttpEnvironment.refuseUnknown(reader, MEMBERS, at, problems);
            return object.members().containsKey(FILE) ? file(reader, at) : variable(reader, at);
        }
        return wrong(at, "\"" + name + "\" must be a string, {\"env\": \"VARIABLE\"} or {\"file\": \"PATH\"}");
    }

    private String variable(ObjectReader reader, JsonPointer at) {
        String name = reader.requiredText(VARIABLE);
        String value = variables.get(name);
        return value == null
                ? wrong(at, "The environment variable \"" + name + "\" is not set; set it for the process")
                : value;
    }

    private String file(ObjectReader reader, JsonPointer at) {
        Path file = Path.of(reader.requiredText(FILE));
        try {
            if (Files.size(file) > LONGEST) {
                return wrong(at, "The file " + file + " is too large to be a secret; name the right one");
            }
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException _) {
            return wrong(at, "The file " + file + " cannot be read; create it, and let the server's user read it");
        }
    }

    private String wrong(JsonPointer at, String message) {
        problems.accept(Problem.error(ProblemCodes.MEMBER_TYPE, at, message));
        return "";
    }
}
