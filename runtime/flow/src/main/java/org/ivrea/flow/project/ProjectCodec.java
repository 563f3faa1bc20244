package org.ivrea.flow.project;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ivrea.flow.codec.DocumentReading;
import org.ivrea.flow.codec.Loaded;
import org.ivrea.flow.codec.ObjectReader;
import org.ivrea.flow.codec.ProblemCodes;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.json.JsonWriter;
import org.ivrea.flow.migration.Migrations;
import org.ivrea.flow.problem.DidYouMean;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Reads and writes `project.json`.
public final class ProjectCodec {
    private static final List<String> RESOURCE_MEMBERS = List.of("description");

    private ProjectCodec() {}

    /// What the bytes of a `project.json` say. Never throws, whatever the bytes are. There is no value when saving it
    /// would lose something that the file says.
    ///
    /// @param file the file's name for the problems
    public static Loaded<ProjectDocument> read(byte[] bytes, String file, JsonLimits limits) {
        var reading = new DocumentReading(file, Migrations.PROJECT, limits);
        Json.Obj object = reading.newest(bytes);
        if (object == null) {
            return reading.failed();
        }
        var project = new ObjectReader(object, JsonPointer.ROOT, reading::report);
        var document = new ProjectDocument(project.requiredText("name"), project.text("description"),
                project.text("main"), project.texts("languages"), project.text("timeZone"),
                resources(project.reader("resources")),
                project.rest(ProjectDocument.KNOWN));
        if (reading.hasErrors()) {
            return reading.failed();
        }
        check(document, reading);
        return reading.loaded(document);
    }

    private static SortedMap<String, SortedMap<String, ResourceDeclaration>> resources(ObjectReader resources) {
        return new TreeMap<>(resources.each((_, byName) -> new TreeMap<>(byName.each(
                (_, resource) -> new ResourceDeclaration(resource.text("description"),
                        resource.rest(RESOURCE_MEMBERS))))));
    }

    private static void check(ProjectDocument document, DocumentReading reading) {
        for (String name : document.extra().keySet()) {
            String hint = DidYouMean.hint(name, ProjectDocument.KNOWN);
            reading.report(Problem.warning(ProblemCodes.MEMBER_UNKNOWN, JsonPointer.ROOT.child(name),
                    "Unknown member \"" + name + "\"" + (hint.isEmpty() ? "; it is kept, but has no effect" : hint)));
        }
        checkLanguages(document.languages(), reading);
        checkTimeZone(document.timeZone(), reading);
        for (String kind : document.resources().keySet()) {
            if (ResourceKind.of(kind) == null) {
                reading.report(Problem.warning(ProblemCodes.RESOURCE_KIND,
                        JsonPointer.ROOT.child("resources").child(kind), "Unknown kind of resource \"" + kind
                                + "\"; use one of " + String.join(", ", ResourceKind.keys())));
            }
        }
    }

    private static void checkLanguages(List<String> languages, DocumentReading reading) {
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < languages.size(); index++) {
            String tag = languages.get(index);
            JsonPointer pointer = JsonPointer.ROOT.child("languages").child(index);
            if (!LanguageTag.isWellFormed(tag)) {
                reading.report(Problem.error(ProblemCodes.LANGUAGE, pointer,
                        "\"" + tag + "\" is no language tag; write one such as \"en\", \"de\" or \"pt-BR\""));
            } else if (!seen.add(tag)) {
                reading.report(Problem.error(ProblemCodes.LANGUAGE, pointer,
                        "The language \"" + tag + "\" is listed twice; remove one"));
            }
        }
    }

    private static void checkTimeZone(@Nullable String zone, DocumentReading reading) {
        if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
            reading.report(Problem.error(ProblemCodes.TIME_ZONE, JsonPointer.ROOT.child("timeZone"),
                    "\"" + zone + "\" is no time zone; write one such as \"Europe/Berlin\" or \"UTC\""
                            + DidYouMean.hint(zone, ZoneId.getAvailableZoneIds())));
        }
    }

    /// The canonical `project.json`.
    public static byte[] write(ProjectDocument document) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("formatVersion", Json.of(ProjectDocument.FORMAT_VERSION));
        members.put("name", Json.of(document.name()));
        putText(members, "description", document.description());
        putText(members, "main", document.main());
        members.put("languages", Json.arr(document.languages().stream().map(Json::of).toList()));
        putText(members, "timeZone", document.timeZone());
        Json.Obj resources = resources(document.resources());
        if (!resources.isEmpty()) {
            members.put("resources", resources);
        }
        members.putAll(new TreeMap<>(document.extra()));
        return JsonWriter.canonicalBytes(Json.obj(members));
    }

    private static Json.Obj resources(SortedMap<String, SortedMap<String, ResourceDeclaration>> resources) {
        Map<String, Json> kinds = new LinkedHashMap<>();
        resources.forEach((kind, byName) -> {
            Map<String, Json> declarations = new LinkedHashMap<>();
            byName.forEach((name, resource) -> declarations.put(name, resource(resource)));
            if (!declarations.isEmpty()) {
                kinds.put(kind, Json.obj(declarations));
            }
        });
        return Json.obj(kinds);
    }

    private static Json.Obj resource(ResourceDeclaration resource) {
        Map<String, Json> members = new LinkedHashMap<>();
        putText(members, "description", resource.description());
        members.putAll(new TreeMap<>(resource.extra()));
        return Json.obj(members);
    }

    private static void putText(Map<String, Json> members, String name, @Nullable String text) {
        if (text != null) {
            members.put(name, Json.of(text));
        }
    }
}
