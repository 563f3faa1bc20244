package org.ivrea.server.config;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.ivrea.flow.codec.ObjectReader;
import org.ivrea.flow.codec.ProblemCodes;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.DidYouMean;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// The members of one object of the configuration. Each problem is reported where it is.
final class Settings {
    private final Json.Obj object;
    private final JsonPointer at;
    private final Consumer<Problem> problems;
    private final Path folder;
    private final ObjectReader reader;

    /// @param folder to which paths are relative
    Settings(Json.Obj object, JsonPointer at, Consumer<Problem> problems, Path folder) {
        this.object = object;
        this.at = at;
        this.problems = problems;
        this.folder = folder;
        reader = new ObjectReader(object, at, problems);
    }

    /// Reports members that there are not.
    void known(String... names) {
        List<String> known = Arrays.asList(names);
        reader.rest(known).keySet().forEach(name -> wrong(name, "There is no setting \"" + name + "\""
                + DidYouMean.hint(name, known) + (DidYouMean.closest(name, known) == null
                        ? "; there are " + String.join(", ", known)
                        : "")));
    }

    String required(String name) {
        return reader.requiredText(name);
    }

    String text(String name, String usual) {
        String text = reader.text(name);
        return text == null ? usual : text;
    }

    Path path(String name) {
        return resolved(name, required(name));
    }

    Path path(String name, Path usual) {
        String text = reader.text(name);
        return text == null ? usual : resolved(name, text);
    }

    @Nullable
    Path optionalPath(String name) {
        String text = reader.text(name);
        return text == null ? null : resolved(name, text);
    }

    private Path resolved(String name, String text) {
        try {
            return folder.resolve(text).normalize();
        } catch (InvalidPathException _) {
            wrong(name, "\"" + name + "\" is no path: \"" + text + "\"");
            return folder;
        }
    }

    long number(String name, long usual, long least, long most) {
        Json value = object.get(name);
        if (value == null) {
            return usual;
        }
        try {
            if (value instanceof Json.Num(BigDecimal number) && number.longValueExact() >= least
                    && number.longValueExact() <= most) {
                return number.longValueExact();
            }
        } catch (ArithmeticException _) {
            // Said below.
        }
        wrong(name, "\"" + name + "\" is a whole number of at least " + least + ", not " + value);
        return usual;
    }

    /// @return `null` when it is left out
    @Nullable
    Settings part(String name) {
        Json value = object.get(name);
        if (value == null || value instanceof Json.Null) {
            return null;
        }
        return new Settings(reader.object(name), at.child(name), problems, folder);
    }

    List<Settings> list(String name) {
        List<Settings> list = new ArrayList<>();
        Json value = object.get(name);
        if (value instanceof Json.Arr(List<Json> items)) {
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i) instanceof Json.Obj item) {
                    list.add(new Settings(item, at.child(name).child(i), problems, folder));
                } else {
                    wrong(name, "Each of \"" + name + "\" is an object");
                }
            }
        } else if (value != null) {
            wrong(name, "\"" + name + "\" is a list of objects, not " + value.kind());
        }
        return list;
    }

    void wrong(String name, String message) {
        problems.accept(Problem.error(ProblemCodes.MEMBER_TYPE, at.child(name), message));
    }
}
