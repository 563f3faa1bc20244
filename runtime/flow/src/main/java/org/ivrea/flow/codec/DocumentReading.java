package org.ivrea.flow.codec;

import java.util.ArrayList;
import java.util.List;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.json.JsonProblem;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.flow.json.Parsed;
import org.ivrea.flow.json.SourceMap;
import org.ivrea.flow.migration.Migrations;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.problem.Severity;
import org.jspecify.annotations.Nullable;

/// The reading of one file: gathers its problems, each with file and position.
public final class DocumentReading {
    private static final int MOST_PROBLEMS = 1_000;

    private final String file;
    private final Migrations migrations;
    private final JsonLimits limits;
    private final List<Problem> problems = new ArrayList<>();
    private SourceMap positions = SourceMap.NONE;
    private boolean errors;
    private int unlisted;

    public DocumentReading(String file, Migrations migrations, JsonLimits limits) {
        this.file = file;
        this.migrations = migrations;
        this.limits = limits;
    }

    /// The object that the file holds, in the newest format; `null`, with problems, when there is none.
    public Json.@Nullable Obj newest(byte[] bytes) {
        Parsed parsed = JsonReader.read(bytes, limits);
        positions = parsed.positions();
        for (JsonProblem problem : parsed.problems()) {
            report(new Problem(problem.code(), problem.warning() ? Severity.WARNING : Severity.ERROR, file, null,
                    problem.pointer(), problem.position(), problem.message(), null));
        }
        if (parsed.value() == null) {
            return null;
        }
        if (!(parsed.value() instanceof Json.Obj object)) {
            report(Problem.error(ProblemCodes.MEMBER_TYPE, JsonPointer.ROOT,
                    "The document must be an object, not " + parsed.value().kind()));
            return null;
        }
        return inNewestFormat(object);
    }

    private Json.@Nullable Obj inNewestFormat(Json.Obj object) {
        Json member = object.get("formatVersion");
        JsonPointer pointer = JsonPointer.ROOT.child("formatVersion");
        if (member == null) {
            report(Problem.error(ProblemCodes.FORMAT_VERSION, JsonPointer.ROOT,
                    "The member \"formatVersion\" is missing; if this is an Ivrea file, add \"formatVersion\": "
                            + migrations.newest()));
            return null;
        }
        Integer version = member.asInt();
        if (version == null || version < migrations.oldest()) {
            report(Problem.error(ProblemCodes.FORMAT_VERSION, pointer, "There is no format " + shortened(member)
                    + "; this Ivrea knows " + migrations.oldest() + " to " + migrations.newest()));
            return null;
        }
        if (version > migrations.newest()) {
            report(Problem.error(ProblemCodes.FORMAT_NEWER, pointer, "The file was made by a newer Ivrea (format "
                    + version + "; this one knows up to " + migrations.newest()
                    + "); update Ivrea to open it, nothing was changed"));
            return null;
        }
        if (version == migrations.newest()) {
            return object;
        }
        report(Problem.info(ProblemCodes.FORMAT_MIGRATED, pointer, "The file is of format " + version
                + " and was brought up to format " + migrations.newest() + "; saving makes that permanent"));
        // The pointers from here on are those of the new format, which the text does not have.
        positions = SourceMap.NONE;
        return migrations.toNewest(object, version);
    }

    private static String shortened(Json value) {
        String text = value.isScalar() ? value.toString() : value.kind();
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    public void report(Problem problem) {
        errors |= problem.isError();
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem.withFile(file).locatedIn(positions));
        } else {
            unlisted++;
        }
    }

    public boolean hasErrors() {
        return errors;
    }

    public <T> Loaded<T> failed() {
        return loaded(null);
    }

    public <T> Loaded<T> loaded(@Nullable T value) {
        List<Problem> all = new ArrayList<>(problems);
        if (unlisted > 0) {
            all.add(new Problem(ProblemCodes.MORE_PROBLEMS, errors ? Severity.ERROR : Severity.INFO, file, null,
                    JsonPointer.ROOT, null, unlisted + " more problems are not listed", null));
        }
        return new Loaded<>(value, all, positions);
    }
}
